// 某日以来的新变化：新出现的名字，和又被报道的名字
// What changed since a date: names that are new, and names in the news again
// Parameters: {"since": "2022"}
MATCH (n:Entity)
WHERE n.lastSeen >= $since
RETURN n.type AS type, n.name AS name, n.firstSeen >= $since AS new, n.firstSeen AS first, n.lastSeen AS last
ORDER BY last DESC, type, name
