MATCH (c:Company) OPTIONAL MATCH (c)-[:INVESTS_IN]->(p) RETURN c.id AS c, p.id AS p ORDER BY c
// = ["c1", "j1"]
// = ["c2", "j1"]
// = ["c3", "j2"]
// = ["c4", null]
// = ["c5", null]
// = ["c6", null]

MATCH (c:Company) OPTIONAL MATCH (c)-[:LOCATED_IN]->(z:Zone) WHERE z.level = '国家' RETURN c.id AS c, z.id AS z ORDER BY c
// = ["c1", "z1"]
// = ["c2", null]
// = ["c3", null]
// = ["c4", null]
// = ["c5", null]
// = ["c6", null]

OPTIONAL MATCH (n:Nothing) RETURN n AS n
// = [null]

OPTIONAL MATCH (n:Nothing) RETURN n.name AS name, labels(n) AS labels, count(n) AS c
// = [null, null, 0]

MATCH (p:Project) OPTIONAL MATCH (p)-[:HAS_FACT]->(f) RETURN p.id AS p, count(f) AS facts ORDER BY p
// = ["j1", 3]
// = ["j2", 0]
// = ["j3", 0]
// = ["j4", 0]

MATCH (c:Company) OPTIONAL MATCH (c)-[r:INVESTS_IN]->() WITH c, r WHERE r IS NULL RETURN c.id AS id ORDER BY id
// = ["c4"]
// = ["c5"]
// = ["c6"]

MATCH (c:Company) OPTIONAL MATCH (c)-[r:INVESTS_IN]->() WITH c WHERE r IS NULL RETURN c.id AS id ORDER BY id
// = ["c4"]
// = ["c5"]
// = ["c6"]
// embedded ! QUERY
// says: `WITH a WHERE …` of a variable that it does not hand on · `WITH a WHERE …` 中用到未传下去的变量
// instead: MATCH (c:Company) OPTIONAL MATCH (c)-[r:INVESTS_IN]->() WITH c, r WHERE r IS NULL RETURN c.id AS id ORDER BY id

MATCH (z:Zone) OPTIONAL MATCH (z)-[:PART_OF]->(w) OPTIONAL MATCH (w)-[:LOCATED_IN]->(p) RETURN z.id AS z, w.id AS w, p.id AS p ORDER BY z
// = ["z1", null, null]
// = ["z2", null, null]
// = ["z3", "z1", "p2"]

MATCH (p:Project) RETURN p.id AS id, coalesce(p.status, '未说明') AS status, coalesce(p.investment, 0) AS investment ORDER BY id
// = ["j1", "construction", 5150000000]
// = ["j2", "signed", 1200000000]
// = ["j3", "planned", 0]
// = ["j4", "operating", 300000000]
