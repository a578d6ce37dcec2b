// 某日以来报道过的名字
// Names in the news since a date
// Parameters: {"since": "2022"}
MATCH (n:Entity)
WHERE n.lastSeen >= $since
RETURN n.type AS type, n.name AS name, n.firstSeen AS first, n.lastSeen AS last
ORDER BY last DESC, type, name
