MATCH (c:Company) RETURN count(*) AS n, count(c.firstSeen) AS dated, count(DISTINCT c.confidence) AS different
// = [6, 3, 5]

MATCH (p:Project) RETURN sum(p.investment) AS sum, avg(p.investment) AS avg, min(p.investment) AS min, max(p.investment) AS max
// = [6650000000, 2216666666.6666665, 300000000, 5150000000]

MATCH (z:Zone)<-[:LOCATED_IN]-(x) RETURN z.id AS z, x.type AS type, count(*) AS n ORDER BY z, type
// = ["z1", "Company", 1]
// = ["z1", "Project", 2]
// = ["z2", "Company", 3]
// = ["z2", "Project", 1]
// = ["z3", "Company", 1]

MATCH (n:Nothing) RETURN count(n) AS n, sum(n.x) AS sum, avg(n.x) AS avg, min(n.x) AS min, collect(n.x) AS list
// = [0, 0, null, null, []]

MATCH (c:Company) WITH c ORDER BY c.id RETURN collect(c.id) AS ids
// = [["c1", "c2", "c3", "c4", "c5", "c6"]]

MATCH (c:Company) WITH c ORDER BY c.id RETURN collect(c.firstSeen) AS seen
// = [["2023-11", "2024-05-28", "2023-11"]]

MATCH (c:Company) WITH c ORDER BY c.id RETURN collect(DISTINCT c.confidence) AS confidences
// = [[0.9, 0.8, 0.75, 0.5, 1]]

MATCH (c:Company) WITH c ORDER BY c.id RETURN collect({id: c.id, name: c.name})[0] AS first
// = [{"id": "c1", "name": "晨星科技有限公司"}]
// embedded ! QUERY
// says: an item taken from an aggregation in one go, `collect(x)[0]` · 对聚合结果直接取项，`collect(x)[0]`
// instead: MATCH (c:Company) WITH c ORDER BY c.id WITH collect({id: c.id, name: c.name}) AS all RETURN all[0] AS first

MATCH (c:Company) RETURN min(c.name) AS first, max(c.name) AS last
// = ["Acme软件（中国）有限公司", "远图材料股份有限公司"]

MATCH (c:Company) RETURN percentileCont(c.confidence, 0.5) AS median, percentileDisc(c.confidence, 0.5) AS disc
// = [0.775, 0.75]

MATCH (c:Company) RETURN round(stDev(c.confidence) * 1000) AS deviation
// = [169]

MATCH (c:Company) RETURN c.confidence AS confidence, count(*) AS n ORDER BY n DESC, confidence
// = [0.75, 2]
// = [0.5, 1]
// = [0.8, 1]
// = [0.9, 1]
// = [1, 1]

MATCH (c:Company)-[r]->() WITH c, count(r) AS degree WHERE degree > 3 RETURN c.id AS id, degree ORDER BY degree DESC, id
// = ["c1", 5]
// = ["c3", 4]

MATCH (c:Company)-[r]->() RETURN c.id AS id, count(r) AS degree ORDER BY count(r) DESC, id LIMIT 2
// = ["c1", 5]
// = ["c3", 4]

MATCH (p:Project) RETURN p.status AS status, sum(p.investment) / 100000000 AS yi ORDER BY status
// = ["construction", 51]
// = ["operating", 3]
// = ["planned", 0]
// = ["signed", 12]

MATCH (z:Zone)<-[:LOCATED_IN]-(p:Project) RETURN z.name AS zone, sum(p.investment) AS total, count(*) AS n ORDER BY total DESC
// = ["宜春经济技术开发区", 5450000000, 2]
// = ["共青城高新技术产业开发区", 1200000000, 1]

MATCH (c:Company) RETURN count(c) * 2 + 1 AS n
// = [13]

MATCH (c:Company) WITH count(*) AS n MATCH (z:Zone) RETURN n, count(z) AS zones
// = [6, 3]

MATCH (n:Entity) RETURN DISTINCT n.type AS type ORDER BY type
// = ["Company"]
// = ["Executive"]
// = ["Industry"]
// = ["Official"]
// = ["Organization"]
// = ["Place"]
// = ["Project"]
// = ["Zone"]

MATCH (a:Article) RETURN DISTINCT a.story AS story, count(*) AS n ORDER BY story
// = ["a1", 2]
// = ["a2", 1]
// = ["a4", 1]

UNWIND [1, 2.5, null, 3] AS x RETURN sum(x) AS sum, avg(x) AS avg, count(x) AS n, max(x) AS max
// = [6.5, 2.1666666666666665, 3, 3]

UNWIND [2, 'b', 1, 'a'] AS x RETURN min(x) AS min, max(x) AS max
// = ["a", 2]

MATCH (c:Company) RETURN c.confidence > 0.7 AS sure, count(*) AS n ORDER BY sure
// = [false, 1]
// = [true, 5]

MATCH (c:Company) RETURN percentileDisc(c.mentions, 0.5) / 2 AS half, percentileCont(c.confidence, 0.5) AS middle
// = [1, 0.775]

MATCH (c:Company) RETURN percentileCont(c.mentions, 0.5) AS p
// = [2]
// embedded ! QUERY
// says: `percentileCont` of integers · 整数的 `percentileCont`
// instead: MATCH (c:Company) RETURN percentileCont(toFloat(c.mentions), 0.5) AS p
