// 谁投资了哪些项目
// Who invests in which projects
// Parameters: {}
MATCH (c:Company)-[r:INVESTS_IN]->(p:Project)
WITH c, p, r ORDER BY p.name
RETURN c.name AS investor, count(p) AS projects, sum(coalesce(p.investment, 0)) AS yuan, collect(p.name) AS names
ORDER BY projects DESC, investor
