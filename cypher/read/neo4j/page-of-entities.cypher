// Entities by id, page by page. Parameters: after (or an empty text), type (or null), limit. Columns: id, labels, properties.
MATCH (n:Entity)
WHERE n.id > $after AND ($type IS NULL OR $type IN labels(n))
RETURN n.id AS id, labels(n) AS labels, n {.*, search: null} AS properties
ORDER BY n.id LIMIT $limit
