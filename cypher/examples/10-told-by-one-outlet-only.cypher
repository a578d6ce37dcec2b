// 只有一家媒体说过的关系
// Relations that only one outlet tells
// Parameters: {}
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.origin = 'article'
UNWIND r.articles AS id
MATCH (x:Article {id: id})
WITH a, r, b, count(DISTINCT coalesce(x.outlet, x.id)) AS outlets, min(coalesce(x.outlet, x.id)) AS outlet
WHERE outlets = 1
RETURN a.name AS one, type(r) AS relation, b.name AS other, outlet
ORDER BY one, relation, other, outlet LIMIT 50
