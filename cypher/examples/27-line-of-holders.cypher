// 一个职务的历任：何时到任，何时离任，依据什么
// The line of holders of a post: from when to when, and how the end is known
// Parameters: {"body": "宜春力元能源科技有限公司", "post": "总经理"}
MATCH (p:Person)-[r:HOLDS_POST]->(body:Entity {name: $body})
WHERE r.title CONTAINS $post
RETURN p.name AS person, r.title AS title, r.since AS since, r.until AS until, r.untilFrom AS endKnownFrom, r.firstSeen AS firstReported
ORDER BY coalesce(since, firstReported), person, title
