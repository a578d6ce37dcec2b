// Articles by id, page by page, without their text. Parameters: after (or an empty text), limit. Columns: id, labels, properties.
MATCH (n:Article)
WHERE n.id > $after
RETURN n.id AS id, labels(n) AS labels, n {.source, .title, .published, .outlet, .author, .url, .story, .hash, .given} AS properties
ORDER BY n.id LIMIT $limit
