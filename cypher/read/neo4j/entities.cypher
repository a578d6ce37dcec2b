// Every entity. Columns: id, labels, properties.
MATCH (n:Entity)
RETURN n.id AS id, labels(n) AS labels, n {.*, search: null} AS properties
