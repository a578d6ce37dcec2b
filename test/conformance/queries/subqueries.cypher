MATCH (c:Company) WHERE EXISTS { (c)-[:INVESTS_IN]->() } RETURN c.id AS id ORDER BY id
// = ["c1"]
// = ["c2"]
// = ["c3"]

MATCH (c:Company) WHERE NOT EXISTS { MATCH (c)-[:IN_INDUSTRY]->(i) WHERE i.name CONTAINS '锂' } RETURN c.id AS id ORDER BY id
// = ["c2"]
// = ["c3"]
// = ["c4"]
// = ["c5"]
// = ["c6"]

MATCH (c:Company) WHERE COUNT { (c)-[:PARTNERS_WITH]-() } > 1 RETURN c.id AS id ORDER BY id
// = ["c1"]
// = ["c3"]

MATCH (z:Zone) RETURN z.id AS id, COUNT { (z)<-[:LOCATED_IN]-(:Company) } AS n ORDER BY id
// = ["z1", 1]
// = ["z2", 3]
// = ["z3", 1]

MATCH (z:Zone) RETURN z.id AS id, EXISTS { (z)-[:PART_OF]->() } AS inside ORDER BY id
// = ["z1", false]
// = ["z2", false]
// = ["z3", true]

MATCH (z:Zone) RETURN z.id AS id, COLLECT { MATCH (z)<-[:LOCATED_IN]-(c:Company) RETURN c.id ORDER BY c.id } AS companies ORDER BY id
// = ["z1", ["c1"]]
// = ["z2", ["c3", "c4", "c5"]]
// = ["z3", ["c2"]]
// embedded ! QUERY
// says: `COLLECT { }` · `COLLECT { }`
// instead: MATCH (z:Zone) OPTIONAL MATCH (z)<-[:LOCATED_IN]-(c:Company) WITH z, c ORDER BY c.id RETURN z.id AS id, collect(c.id) AS companies ORDER BY id

MATCH (z:Zone) CALL { WITH z MATCH (z)<-[:LOCATED_IN]-(c:Company) RETURN count(c) AS n } RETURN z.id AS id, n ORDER BY id
// = ["z1", 1]
// = ["z2", 3]
// = ["z3", 1]

MATCH (z:Zone) CALL (z) { MATCH (z)<-[:LOCATED_IN]-(c:Company) RETURN count(c) AS n } RETURN z.id AS id, n ORDER BY id
// = ["z1", 1]
// = ["z2", 3]
// = ["z3", 1]

MATCH (z:Zone) CALL (z) { MATCH (z)<-[:LOCATED_IN]-(c:Company) RETURN c.id AS c ORDER BY c LIMIT 1 } RETURN z.id AS id, c ORDER BY id
// = ["z1", "c1"]
// = ["z2", "c3"]
// = ["z3", "c2"]

CALL { MATCH (c:Company) RETURN count(c) AS n } RETURN n
// = [6]

CALL { MATCH (c:Company) RETURN c.id AS id UNION MATCH (z:Zone) RETURN z.id AS id } RETURN id ORDER BY id
// = ["c1"]
// = ["c2"]
// = ["c3"]
// = ["c4"]
// = ["c5"]
// = ["c6"]
// = ["z1"]
// = ["z2"]
// = ["z3"]

CALL () { RETURN 1 AS one } RETURN one
// = [1]

MATCH (z:Zone) OPTIONAL CALL (z) { MATCH (z)-[:PART_OF]->(w) RETURN w.id AS w } RETURN z.id AS z, w ORDER BY z
// = ["z1", null]
// = ["z2", null]
// = ["z3", "z1"]
// embedded ! QUERY
// says: `OPTIONAL CALL` · `OPTIONAL CALL`
// instead: MATCH (z:Zone) OPTIONAL MATCH (z)-[:PART_OF]->(w) RETURN z.id AS z, w.id AS w ORDER BY z

MATCH (c:Company) WHERE EXISTS { MATCH (c)-[:LOCATED_IN]->(z:Zone) WHERE EXISTS { (z)<-[:LOCATED_IN]-(:Project) } } RETURN c.id AS id ORDER BY id
// = ["c1"]
// = ["c3"]
// = ["c4"]
// = ["c5"]

MATCH (a:Company) WHERE COUNT { MATCH (a)-[:LOCATED_IN]->(z)<-[:LOCATED_IN]-(b:Company) RETURN b } = 2 RETURN a.id AS id ORDER BY id
// = ["c3"]
// = ["c4"]
// = ["c5"]
// embedded ! QUERY
// says: `RETURN` inside `COUNT { }` · `COUNT { }` 内的 `RETURN`
// instead: MATCH (a:Company) WHERE COUNT { MATCH (a)-[:LOCATED_IN]->(z)<-[:LOCATED_IN]-(b:Company) } = 2 RETURN a.id AS id ORDER BY id

UNWIND [1, 2] AS x CALL (x) { UNWIND range(1, x) AS y RETURN sum(y) AS s } RETURN x, s ORDER BY x
// = [1, 1]
// = [2, 3]

MATCH (c:Company) WHERE EXISTS { MATCH (c)-[:LOCATED_IN]->(z) WITH z WHERE z.id = 'z1' RETURN z } RETURN c.id AS id ORDER BY id
// = ["c1"]
// embedded ! QUERY
// says: `WITH` and `RETURN` inside `EXISTS { }` · `EXISTS { }` 中的 `WITH` 与 `RETURN`
// instead: MATCH (c:Company) WHERE EXISTS { MATCH (c)-[:LOCATED_IN]->(z) WHERE z.id = 'z1' } RETURN c.id AS id ORDER BY id
