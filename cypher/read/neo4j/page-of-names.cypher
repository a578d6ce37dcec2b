// What entities go by, by id, page by page. Parameters: after (or an empty text), limit. Columns: id, labels, properties.
MATCH (n:Entity)
WHERE n.id > $after
RETURN n.id AS id, labels(n) AS labels, n {.type, .name, .aliases} AS properties
ORDER BY n.id LIMIT $limit
