// 某一天谁在什么位置上
// Who held what on a day
// Parameters: {"day": "2024-06-01"}
MATCH (p:Person)-[r:HOLDS_POST]->(body:Entity)
WHERE coalesce(r.since, r.firstSeen) <= $day AND (r.until IS NULL OR r.until > $day)
RETURN body.name AS at, r.title AS title, p.name AS person, r.since AS since, r.until AS until
ORDER BY at, title, person
