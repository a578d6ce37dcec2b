// The sums and states that facts give. Columns: link (the id of HAS_FACT), of (the entity), properties.
MATCH (n:Entity)-[r:HAS_FACT]->(f:Fact)
WHERE f.name IN ['investment', 'status']
RETURN r.id AS link, n.id AS of, properties(f) AS properties
