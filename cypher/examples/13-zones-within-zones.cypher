// 园中园：园区的上下级
// Zones within zones
// Parameters: {}
MATCH p = (inner:Zone)-[:PART_OF*1..3]->(outer:Zone)
RETURN outer.name AS zone, inner.name AS part, length(p) AS depth
ORDER BY zone, depth, part
