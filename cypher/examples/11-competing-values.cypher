// 说法不一之处：同一事物的不同数值和状态
// Conflicts: where one thing is told differently
// Parameters: {}
MATCH (n:Entity)-[:HAS_FACT]->(f:Fact)
WHERE f.value IS NOT NULL AND f.currency IS NULL
WITH n, f.name AS fact, f.value AS value, count(f) AS times
ORDER BY value
WITH n, fact, collect(value) AS values, sum(times) AS times
WHERE size(values) > 1
RETURN n.name AS name, fact, values, times
ORDER BY fact, name
