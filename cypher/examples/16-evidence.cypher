// 一个名字的各条关系，及其原文依据
// The relations of a name and the sentences behind them
// Parameters: {"name": "华创新材"}
MATCH (a:Entity {name: $name})-[r]-(b:Entity)
WHERE r.origin = 'article'
UNWIND range(0, size(r.quotes) - 1) AS i
RETURN type(r) AS relation, b.name AS other, r.quotes[i] AS sentence, r.articles[i] AS article, r.spans[i] AS span
ORDER BY relation, other, article, span
