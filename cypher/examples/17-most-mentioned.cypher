// 提得最多的名字
// The names mentioned most
// Parameters: {}
MATCH (a:Article)-[m:MENTIONS]->(n:Entity)
RETURN n.type AS type, n.name AS name, count(a) AS articles, sum(m.count) AS mentions
ORDER BY mentions DESC, articles DESC, name, type LIMIT 20
