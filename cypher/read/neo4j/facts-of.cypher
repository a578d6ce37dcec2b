// The facts of entities. Parameters: keys (ids). Columns: key, link (the id of HAS_FACT), id, labels, properties.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[r:HAS_FACT]->(n:Fact)
RETURN key, r.id AS link, n.id AS id, labels(n) AS labels, properties(n) AS properties
