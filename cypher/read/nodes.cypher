// Every node of the graph. Columns: id, labels, properties.
MATCH (n)
WHERE n:Entity OR n:Article OR n:Fact
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
