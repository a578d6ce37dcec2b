// 两个名字之间最短的联系
// The shortest tie between two names
// Parameters: {"one": "宜春经开区", "other": "赣江新区"}
MATCH (a:Entity {name: $one}), (b:Entity {name: $other})
MATCH p = allShortestPaths((a)-[:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY*..8]-(b))
WITH length(p) AS steps, reduce(text = '', n IN nodes(p) | text + CASE WHEN text = '' THEN '' ELSE ' — ' END + n.name) AS tie
RETURN DISTINCT steps, tie
ORDER BY steps, tie LIMIT 20
