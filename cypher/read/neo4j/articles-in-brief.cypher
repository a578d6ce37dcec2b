// When articles were published, and of which story they are. Parameters: keys (ids). Columns: key, id, labels, properties.
UNWIND $keys AS key
MATCH (n:Article {id: key})
RETURN key, n.id AS id, labels(n) AS labels, n {.published, .story} AS properties
