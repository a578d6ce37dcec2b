// 每篇文章讲了多少东西
// How much each article tells
// Parameters: {}
MATCH (a:Article)
OPTIONAL MATCH (a)-[:MENTIONS]->(n:Entity)
WITH a, count(n) AS entities, count(CASE WHEN n:Company THEN 1 END) AS companies, count(CASE WHEN n:Project THEN 1 END) AS projects
RETURN a.id AS article, a.title AS title, size(a.text) AS characters, entities, companies, projects
ORDER BY article
