// The dates that facts of entities give, each once. Parameters: keys (ids). Columns: key, date.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[:HAS_FACT]->(n:Fact)
WHERE n.date IS NOT NULL
RETURN DISTINCT key, n.date AS date
