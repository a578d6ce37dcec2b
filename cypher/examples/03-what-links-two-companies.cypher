// 两家企业之间的联系：共同的项目、伙伴、机构和人
// Who links two companies: projects, partners, bodies and people that both have
// Parameters: {}
MATCH (a:Company)-[r]-(x:Entity)-[s]-(b:Company)
WHERE a.id < b.id AND x.type IN ['Company', 'Project', 'Organization', 'Official', 'Executive']
WITH DISTINCT a, b, x ORDER BY x.name
WITH a, b, collect(x.name) AS through
RETURN a.name AS one, b.name AS other, size(through) AS links, through
ORDER BY links DESC, one, other LIMIT 20
