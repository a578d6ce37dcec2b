// The dates that facts of entities give in articles of a day and before, each once. Parameters: day (as exact as it is known), keys (ids). Columns: key, date.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[:HAS_FACT]->(f:Fact)
WHERE f.date IS NOT NULL
MATCH (a:Article {id: f.article})
WHERE left(a.published, size($day)) <= left($day, size(a.published))
RETURN DISTINCT key, f.date AS date
