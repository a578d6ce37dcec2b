// 两个名字之间最短的联系有几步
// How many steps the shortest tie between two names has
// Parameters: {"one": "经开组团", "other": "共青组团"}
MATCH (a:Zone), (b:Zone)
WHERE a.name CONTAINS $one AND b.name CONTAINS $other
MATCH p = shortestPath((a)-[:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY*..8]-(b))
RETURN a.name AS one, b.name AS other, length(p) AS steps
ORDER BY steps, one, other LIMIT 20
