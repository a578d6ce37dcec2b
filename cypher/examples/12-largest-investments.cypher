// 投资最大的项目
// The largest investments
// Parameters: {}
MATCH (p:Project)
WHERE p.investment IS NOT NULL
OPTIONAL MATCH (c:Company)-[:INVESTS_IN]->(p)
WITH p, c ORDER BY c.name
RETURN p.name AS project, p.investment AS yuan, toFloat(p.investment) / 100000000 AS 亿元, collect(c.name) AS investors
ORDER BY yuan DESC, project LIMIT 10
