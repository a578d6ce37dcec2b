// The evidence of a relationship between entities, a row a sentence. Parameters: from, to (ids of the ends, in either order).
// Columns: type, article, span, quote, rule.
MATCH (a:Entity {id: $from})-[r]-(b:Entity {id: $to})
UNWIND range(0, size(r.quotes) - 1) AS i
RETURN type(r) AS type, r.articles[i] AS article, r.spans[i] AS span, r.quotes[i] AS quote, r.rules[i] AS rule
ORDER BY type, article, i
