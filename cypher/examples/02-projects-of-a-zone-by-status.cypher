// 各园区的项目，按进度分，附总投资（元）
// A zone's projects by status, with their total investment (yuan)
// Parameters: {}
MATCH (z:Zone)<-[:LOCATED_IN]-(p:Project)
RETURN z.name AS zone, coalesce(p.status, '未说明') AS status, count(DISTINCT p) AS projects, sum(p.investment) AS investment
ORDER BY zone, status
