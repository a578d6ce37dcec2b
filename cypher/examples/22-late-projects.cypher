// 逾期项目：某日已过计划完成时间，仍未投产
// Late projects: due before a day, and not running by then
// Parameters: {"day": "2024-12-31"}
MATCH (p:Project)
WHERE p.dueOn < $day AND NOT $day STARTS WITH p.dueOn AND (p.operatingOn IS NULL OR p.operatingOn > $day)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(z:Zone)
WITH p, z ORDER BY z.name
RETURN p.name AS project, p.status AS status, p.dueOn AS due, p.lastSeen AS lastHeardOf, collect(z.name) AS zones
ORDER BY due, project, status
