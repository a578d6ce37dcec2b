// 已规划或签约、尚未开工的项目
// Projects planned or signed but not yet started
// Parameters: {}
MATCH (p:Project)
WHERE p.status IN ['planned', 'signed']
OPTIONAL MATCH (p)-[:LOCATED_IN]->(z:Zone)
WITH p, z ORDER BY z.name
RETURN p.name AS project, p.status AS status, p.investment AS investment, collect(z.name) AS zones
ORDER BY project, status, investment
