// 一个园区里有哪些企业，按产业分
// The companies of a zone by industry
// Parameters: {"zone": "经开"}
MATCH (z:Zone)<-[:LOCATED_IN]-(c:Company)
WHERE z.name CONTAINS $zone
OPTIONAL MATCH (c)-[:IN_INDUSTRY]->(own:Industry)
OPTIONAL MATCH (c)-[:INVESTS_IN]->(:Project)-[:IN_INDUSTRY]->(built:Industry)
WITH z, coalesce(own.name, built.name, '未说明') AS industry, c ORDER BY c.name, c.id
RETURN z.name AS zone, industry, collect(DISTINCT c.name) AS companies
ORDER BY zone, industry
