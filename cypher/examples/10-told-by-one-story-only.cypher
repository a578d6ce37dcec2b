// 只有一篇报道说过的关系
// Relations that only one story tells
// Parameters: {}
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.stories = 1 AND r.origin = 'article'
RETURN a.name AS one, type(r) AS relation, b.name AS other, r.articles[0] AS article
ORDER BY one, relation, other, r.id LIMIT 50
