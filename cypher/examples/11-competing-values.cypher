// 同一项目的不同说法
// Where one thing is told differently
// Parameters: {}
MATCH (n:Entity)-[:HAS_FACT]->(f:Fact)
WITH n, f.name AS fact, count(DISTINCT f.value) AS values
WHERE values > 1
RETURN n.name AS name, fact, values
ORDER BY name, fact
