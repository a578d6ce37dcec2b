// 谁在哪里任什么职
// Who holds which post where
// Parameters: {}
MATCH (p:Person)-[r:HOLDS_POST]->(body:Entity)
RETURN p.name AS person, r.title AS title, body.name AS at, body.type AS kind
ORDER BY person, at, title
