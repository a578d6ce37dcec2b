// 联系最多的名字
// The best connected names
// Parameters: {}
MATCH (n:Entity)
WHERE n.type IN ['Company', 'Zone', 'Project', 'Official', 'Executive']
RETURN n.type AS type, n.name AS name, COUNT { (n)--(:Entity) } AS ties
ORDER BY ties DESC, name, n.id LIMIT 20
