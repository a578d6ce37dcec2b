// 各园区的项目，按进度分，附已知总投资（元）
// A zone's projects by status, with their total investment (yuan) where it is known
// Parameters: {}
MATCH (z:Zone)<-[:LOCATED_IN]-(p:Project)
WITH z, coalesce(p.status, '未说明') AS status, count(p) AS projects, count(p.investment) AS known, sum(p.investment) AS total
RETURN z.name AS zone, status, projects, CASE WHEN known > 0 THEN total END AS investment
ORDER BY zone, status
