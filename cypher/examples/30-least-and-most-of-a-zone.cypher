// 各园区投资总额：最少多少，最多多少；区间与界限计入，外币不计
// What a zone's projects come to at least and at most: ranges and bounds are carried through, foreign money is left out
// Parameters: {}
MATCH (z:Zone)<-[:LOCATED_IN]-(p:Project)
OPTIONAL MATCH (p)-[:HAS_FACT]->(f:Fact {name: 'investment'})
WHERE f.currency IS NULL AND p.investment IS NULL
WITH z, p, coalesce(p.investment, min(f.min), 0) AS least, coalesce(p.investment, max(f.max)) AS most, count(f) AS told
WHERE p.investment IS NOT NULL OR told > 0
RETURN z.name AS zone, count(p) AS projects, sum(least) AS least, CASE WHEN count(most) = count(p) THEN sum(most) END AS most
ORDER BY zone
