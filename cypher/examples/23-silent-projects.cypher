// 沉寂的项目：签约或开工后，某日以来再无报道，也未投产
// Projects fallen silent: signed or begun, not running, and no word since a day
// Parameters: {"since": "2023-01-01"}
MATCH (p:Project)
WHERE p.operatingOn IS NULL AND coalesce(p.startedOn, p.signedOn) IS NOT NULL AND p.lastSeen < $since
OPTIONAL MATCH (p)-[:LOCATED_IN]->(z:Zone)
WITH p, z ORDER BY z.name
RETURN p.name AS project, p.signedOn AS signed, p.startedOn AS started, p.lastSeen AS lastHeardOf, collect(z.name) AS zones
ORDER BY lastHeardOf, project, signed
