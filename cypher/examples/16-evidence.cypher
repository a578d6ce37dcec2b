// 一条关系的原文依据
// The sentences behind a relation
// Parameters: {}
MATCH (p:Person)-[r:HOLDS_POST]->(x:Entity)
UNWIND range(0, size(r.quotes) - 1) AS i
RETURN p.name AS person, x.name AS at, r.articles[i] AS article, r.spans[i] AS span, r.quotes[i] AS quote
ORDER BY person, at, article, span
