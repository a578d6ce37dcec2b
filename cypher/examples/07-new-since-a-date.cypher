// 某日以来报道过的企业和项目
// Companies and projects in the news since a date
// Parameters: {"since": "2022"}
MATCH (n:Entity)
WHERE n.type IN ['Company', 'Project'] AND n.lastSeen >= $since
RETURN n.type AS type, n.name AS name, n.firstSeen AS first, n.lastSeen AS last
ORDER BY last DESC, type, name
