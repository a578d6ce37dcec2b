CREATE (n:Note {id: 'n1', text: '备忘'}) RETURN n.text AS text
// = ["备忘"]
// then: MATCH (n:Note) RETURN n.id AS id, labels(n) AS labels
// = ["n1",["Note"]]

CREATE (:Note {id: 'n1'})-[:ABOUT {since: '2024'}]->(:Note {id: 'n2'})
// = nothing
// then: MATCH (a:Note)-[r:ABOUT]->(b) RETURN a.id AS a, r.since AS since, b.id AS b
// = ["n1","2024","n2"]

MATCH (c:Company {id: 'c1'}) CREATE (c)<-[:ABOUT]-(:Note {id: 'n1'})
// = nothing
// then: MATCH (:Note)-[:ABOUT]->(c) RETURN c.id AS id
// = ["c1"]

CREATE (n:Note $map) RETURN n.id AS id
// parameters: {"map": {"id": "n1", "tags": ["a", "b"], "n": 2}}
// put: `CREATE` from a map · 由映射 `CREATE`
// = ["n1"]
// then: MATCH (n:Note) RETURN n.tags AS tags, n.n / 4 AS n
// = [["a","b"],0]

UNWIND $rows AS row CREATE (n:Note {id: row.id, n: row.n})
// parameters: {"rows": [{"id": "n1", "n": 1}, {"id": "n2", "n": null}]}
// = nothing
// then: MATCH (n:Note) RETURN n.id AS id, n.n AS n ORDER BY id
// = ["n1",1]
// = ["n2",null]

MERGE (n:Note {id: 'n1'}) ON CREATE SET n.made = true ON MATCH SET n.met = true
// = nothing
// then: MATCH (n:Note) RETURN n.made AS made, n.met AS met
// = [true,null]

MERGE (c:Company {id: 'c1'}) ON CREATE SET c.made = true ON MATCH SET c.met = true
// = nothing
// then: MATCH (c:Company {id: 'c1'}) RETURN c.made AS made, c.met AS met, c.name AS name
// = [null,true,"晨星科技有限公司"]

UNWIND ['a', 'b', 'a'] AS id MERGE (n:Note {id: id}) SET n.n = coalesce(n.n, 0) + 1
// = nothing
// then: MATCH (n:Note) RETURN n.id AS id, n.n AS n ORDER BY id
// = ["a",2]
// = ["b",1]

MATCH (a:Company {id: 'c1'}), (b:Company {id: 'c3'}) MERGE (a)-[r:SUPPLIES]->(b) SET r.n = 1
// = nothing
// then: MATCH ()-[r:SUPPLIES]->() RETURN count(r) AS n
// = [1]

MATCH (a:Company {id: 'c1'})-[:PARTNERS_WITH]-(b:Company) MERGE (a)-[r:PARTNERS_WITH]-(b) RETURN count(r) AS n
// = [1]
// then: MATCH (:Company)-[r:PARTNERS_WITH]->(:Company) RETURN count(r) AS n
// = [1]

MATCH (c:Company {id: 'c6'}) SET c.note = '孤', c.n = 1.5
// = nothing
// then: MATCH (c:Company {id: 'c6'}) RETURN c.note AS note, c.n AS n
// = ["孤",1.5]

MATCH (c:Company {id: 'c6'}) SET c += {note: 'x', confidence: null}
// = nothing
// then: MATCH (c:Company {id: 'c6'}) RETURN c.note AS note, c.confidence AS confidence, c.name AS name
// = ["x",null,"孤岛贸易有限公司"]

MATCH (c:Company {id: 'c6'}) SET c = {id: 'c6', name: '新'}
// = nothing
// then: MATCH (c:Company {id: 'c6'}) RETURN c.name AS name, c.type AS type
// = ["新",null]

MATCH (c:Company {id: 'c6'}) SET c:Watched:Listed REMOVE c:Watched
// = nothing
// then: MATCH (c:Listed) RETURN c.id AS id, c:Watched AS watched
// = ["c6",false]

MATCH (c:Company {id: 'c6'}) REMOVE c.confidence
// = nothing
// then: MATCH (c:Company {id: 'c6'}) RETURN c.confidence IS NULL AS gone
// = [true]

MATCH (c:Company {id: 'c6'}) SET c.name = null
// = nothing
// then: MATCH (c:Company {id: 'c6'}) RETURN c.name AS name
// = [null]

MATCH (c:Company {id: 'c6'}) DELETE c
// = nothing
// then: MATCH (c:Company) RETURN count(c) AS n
// = [5]

MATCH (c:Company {id: 'c1'}) DELETE c
// ! QUERY
// then: MATCH (c:Company) RETURN count(c) AS n
// = [6]

MATCH (c:Company {id: 'c1'}) DETACH DELETE c
// = nothing
// then: MATCH ()-[r]->() RETURN count(r) AS n
// = [29]

MATCH (:Company {id: 'c1'})-[r:INVESTS_IN]->() DELETE r
// = nothing
// then: MATCH ()-[r:INVESTS_IN]->() RETURN count(r) AS n
// = [2]

MATCH (c:Company) FOREACH (x IN [1, 2] | SET c.n = x)
// = nothing
// then: MATCH (c:Company) RETURN DISTINCT c.n AS n
// = [2]

MATCH (z:Zone) CALL (z) { MATCH (z)<-[:LOCATED_IN]-(c:Company) WITH count(c) AS n, z SET z.companies = n } RETURN count(*) AS zones
// = [3]
// then: MATCH (z:Zone) RETURN z.id AS id, z.companies AS n ORDER BY id
// = ["z1",1]
// = ["z2",3]
// = ["z3",1]

MATCH (c:Company) OPTIONAL MATCH (c)-[r:SUBSIDIARY_OF]->() DELETE r
// = nothing
// embedded ! QUERY
// says: `DELETE` or `SET` of a null from `OPTIONAL MATCH` · 对 `OPTIONAL MATCH` 得到的空值 `DELETE` 或 `SET`

CREATE (:Company {id: 'c1'})
// = nothing
// then: MATCH (c:Company {id: 'c1'}) RETURN count(c) AS n
// = [2]

CREATE (:Entity {id: 'c1'})
// ! QUERY
// then: MATCH (c:Entity {id: 'c1'}) RETURN count(c) AS n
// = [1]

CREATE FULLTEXT INDEX other FOR (n:Company) ON EACH [n.name]
// = nothing
// embedded ! QUERY
// says: `CREATE FULLTEXT INDEX` and other indexes of a kind · `CREATE FULLTEXT INDEX` 等特种索引
// then: DROP INDEX other IF EXISTS
// = nothing
