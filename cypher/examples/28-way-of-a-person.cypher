// 一个人的履历：先后在哪里任什么职，附原句
// A person's way through posts and zones, with the sentence of each
// Parameters: {"person": "陈杰"}
MATCH (p:Person {name: $person})-[r:HOLDS_POST]->(body:Entity)
RETURN p.id AS person, body.name AS at, r.title AS title, r.since AS since, r.until AS until, r.firstSeen AS firstReported, r.quotes[0] AS sentence
ORDER BY person, coalesce(since, firstReported), at, title
