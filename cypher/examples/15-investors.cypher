// 谁投资了哪些项目，已知总投资多少（元）
// Who invests in which projects, and their total investment (yuan) where it is known
// Parameters: {}
MATCH (c:Company)-[:INVESTS_IN]->(p:Project)
WITH c, p ORDER BY p.name
WITH c, collect(p.name) AS names, count(p.investment) AS known, sum(p.investment) AS total
RETURN c.name AS investor, size(names) AS projects, CASE WHEN known > 0 THEN total END AS investment, names
ORDER BY projects DESC, investor
