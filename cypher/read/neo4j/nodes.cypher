// Every node of the graph, without what only the search of the server needs. Columns: id, labels, properties.
MATCH (n)
WHERE n:Entity OR n:Article OR n:Fact
RETURN n.id AS id, labels(n) AS labels, n {.*, search: null, said: null} AS properties
