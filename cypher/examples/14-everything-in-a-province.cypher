// 一个省里有什么
// What there is in a province
// Parameters: {"province": "江西省"}
MATCH (x:Entity)-[:LOCATED_IN|PART_OF*1..5]->(:Place {name: $province})
RETURN x.type AS type, count(DISTINCT x) AS n
ORDER BY type
