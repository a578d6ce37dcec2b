// 产业最相近的园区
// The zones with most in common
// Parameters: {}
MATCH (a:Zone)-[:IN_INDUSTRY]->(i:Industry)<-[:IN_INDUSTRY]-(b:Zone)
WHERE a.id < b.id
WITH a, b, i ORDER BY i.name
RETURN a.name AS one, b.name AS other, count(DISTINCT i) AS shared, collect(DISTINCT i.name) AS industries
ORDER BY shared DESC, one, other LIMIT 20
