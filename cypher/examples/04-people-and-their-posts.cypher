// 官员和高管：在哪里任什么职，属于哪个园区
// Officials and executives: their posts, where, and in which zone
// Parameters: {}
MATCH (p:Person)-[r:HOLDS_POST]->(body:Entity)
OPTIONAL MATCH (body)-[:LOCATED_IN*0..1]->(z:Zone)
WITH p, r, body, z ORDER BY z.name
RETURN p.name AS person, r.title AS title, body.name AS at, collect(DISTINCT z.name) AS zones
ORDER BY person, at, title
