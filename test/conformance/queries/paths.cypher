MATCH p = (c:Company {id: 'c2'})-[:SUBSIDIARY_OF]->(m) RETURN p
// = [{"nodes": [{"id": "c2", "labels": ["Company", "Entity"], "properties": {"aliases": [], "confidence": 0.8, "firstSeen": "2024-05-28", "lastSeen": "2024-05-28", "mentions": 2, "name": "晨星电池有限公司", "type": "Company"}}, {"id": "c1", "labels": ["Company", "Entity"], "properties": {"aliases": ["晨星科技", "晨星"], "confidence": 0.9, "firstSeen": "2023-11", "lastSeen": "2024-05-28", "mentions": 5, "name": "晨星科技有限公司", "type": "Company"}}], "relationships": [{"id": "c2 SUBSIDIARY_OF c1", "type": "SUBSIDIARY_OF", "from": "c2", "to": "c1", "properties": {"articles": ["a1"], "confidence": 0.9, "count": 1, "origin": "article", "quotes": ["a1说"], "rules": ["test"], "spans": ["0-2"], "stories": 1}}]}]

MATCH p = (:Company {id: 'c2'})-[*1..2]->(:Zone {id: 'z1'}) RETURN length(p) AS n, [x IN nodes(p) | x.id] AS ids ORDER BY n, ids
// = [2, ["c2", "c1", "z1"]]
// = [2, ["c2", "j1", "z1"]]
// = [2, ["c2", "z3", "z1"]]

MATCH (c {id: 'c2'})-[:LOCATED_IN|PART_OF*]->(x) RETURN x.id AS id ORDER BY id
// = ["p1"]
// = ["p2"]
// = ["z1"]
// = ["z3"]

MATCH (c {id: 'c2'})-[:LOCATED_IN|PART_OF*2]->(x) RETURN x.id AS id
// = ["z1"]

MATCH (c {id: 'c2'})-[:LOCATED_IN|PART_OF*2..3]->(x) RETURN x.id AS id ORDER BY id
// = ["p2"]
// = ["z1"]

MATCH (c {id: 'c2'})-[:LOCATED_IN|PART_OF*0..1]->(x) RETURN x.id AS id ORDER BY id
// = ["c2"]
// = ["z3"]

MATCH (c {id: 'c2'})-[:LOCATED_IN|PART_OF*..2]->(x) RETURN x.id AS id ORDER BY id
// = ["z1"]
// = ["z3"]

MATCH (x:Company)-[:LOCATED_IN|PART_OF*1..5]->(:Place {name: '江西省'}) RETURN DISTINCT x.id AS id ORDER BY id
// = ["c1"]
// = ["c2"]
// = ["c3"]
// = ["c4"]
// = ["c5"]

MATCH (a {id: 'c1'})-[:PARTNERS_WITH|LOCATED_IN*1..3]-(b {id: 'c3'}) RETURN count(*) AS trails
// = [2]

MATCH p = (a {id: 'c1'})-[:PARTNERS_WITH|LOCATED_IN*1..3]-(b {id: 'c3'}) RETURN [x IN nodes(p) | x.id] AS ids, [r IN relationships(p) | type(r)] AS types ORDER BY size(ids), ids
// = [["c1", "c3"], ["PARTNERS_WITH"]]
// = [["c1", "z2", "c3"], ["PARTNERS_WITH", "LOCATED_IN"]]

MATCH (a {id: 'c1'})-[rs:PARTNERS_WITH*1..2]-(b) RETURN [r IN rs | r.id] AS ids, b.id AS b ORDER BY size(ids), b
// = [["c1 PARTNERS_WITH c3"], "c3"]
// = [["c1 PARTNERS_WITH z2"], "z2"]
// = [["c1 PARTNERS_WITH c3", "c3 PARTNERS_WITH g1"], "g1"]

MATCH p = (a:Company {id: 'c4'})-[:SUBSIDIARY_OF]->(b)-[:PARTNERS_WITH]-(c) RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids
// = [["c4", "c3", "c1"]]
// = [["c4", "c3", "g1"]]

MATCH p = (z:Zone {id: 'z3'})-[:PART_OF|LOCATED_IN*]->(:Place {level: 'province'}) RETURN length(p) AS n
// = [3]

MATCH p = (a:Company {id: 'c6'}) RETURN length(p) AS n
// = [0]
// embedded ! QUERY
// says: a path of one node, `p = (a)` · 单节点路径 `p = (a)`

MATCH (a {id: 'c2'})-[:LOCATED_IN|PART_OF]->{1,3}(x) RETURN x.id AS id ORDER BY id
// = ["p2"]
// = ["z1"]
// = ["z3"]

MATCH (a {id: 'c2'}) ((n)-[:LOCATED_IN|PART_OF]->(m)){1,2} (x) RETURN x.id AS id ORDER BY id
// = ["z1"]
// = ["z3"]
// embedded ! QUERY
// says: quantified groups, `((a)-->(b)){1,2}` · 量化路径组 `((a)-->(b)){1,2}`
// instead: MATCH (a {id: 'c2'})-[:LOCATED_IN|PART_OF*1..2]->(x) RETURN x.id AS id ORDER BY id

MATCH (a {id: 'c2'})-[:LOCATED_IN|PART_OF]->+(x:Place) RETURN x.id AS id ORDER BY id
// = ["p1"]
// = ["p2"]

MATCH p = (a {id: 'c1'})-[*1..2]-(b {id: 'i1'}) WHERE all(n IN nodes(p) WHERE n:Entity) RETURN [n IN nodes(p) | n.id] AS ids ORDER BY size(ids), ids
// = [["c1", "i1"]]
// = [["c1", "z1", "i1"]]
// = [["c1", "z2", "i1"]]

MATCH p = (a {id: 'c1'})-[*2]-(b {id: 'i1'}) WHERE none(r IN relationships(p) WHERE type(r) = 'LOCATED_IN') RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids
// = [["c1", "z2", "i1"]]

MATCH p = (:Company {id: 'c1'})-[:INVESTS_IN]->()<-[:INVESTS_IN]-(x) RETURN x.id AS id, startNode(relationships(p)[1]).id AS start, endNode(last(relationships(p))).id AS end
// = ["c2", "c2", "j1"]
