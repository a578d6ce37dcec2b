// 两家企业之间有什么共同的联系
// What links two companies
// Parameters: {}
MATCH (a:Company)-[r]-(x:Entity)-[s]-(b:Company)
WHERE a.id < b.id
RETURN a.name AS one, b.name AS other, count(DISTINCT x) AS links, min(x.name) AS first
ORDER BY links DESC, one, other, first LIMIT 20
