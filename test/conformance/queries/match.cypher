MATCH (c:Company) RETURN c.name AS name ORDER BY name
// = ["Acme软件（中国）有限公司"]
// = ["云岭锂业有限公司"]
// = ["孤岛贸易有限公司"]
// = ["晨星电池有限公司"]
// = ["晨星科技有限公司"]
// = ["远图材料股份有限公司"]

MATCH (c:Company {id: 'c1'}) RETURN c.name AS name, c.confidence AS confidence
// = ["晨星科技有限公司", 0.9]

MATCH (n) WHERE n.id = 'z1' RETURN n
// = [{"id": "z1", "labels": ["Entity", "Zone"], "properties": {"aliases": ["宜春经开区", "经开区"], "confidence": 1, "kind": "经开", "level": "国家", "mentions": 4, "name": "宜春经济技术开发区", "pageRank": 0.5, "type": "Zone", "x": 2, "y": -1.5}}]

MATCH (c:Company)-[:LOCATED_IN]->(z:Zone) RETURN c.id AS c, z.id AS z ORDER BY c
// = ["c1", "z1"]
// = ["c2", "z3"]
// = ["c3", "z2"]
// = ["c4", "z2"]
// = ["c5", "z2"]

MATCH (z:Zone {id: 'z2'})<-[:LOCATED_IN]-(x) RETURN x.id AS id ORDER BY id
// = ["c3"]
// = ["c4"]
// = ["c5"]
// = ["j2"]

MATCH (a {id: 'c1'})-[:PARTNERS_WITH]-(b) RETURN b.id AS id ORDER BY id
// = ["c3"]
// = ["z2"]

MATCH (a {id: 'c3'})-[:PARTNERS_WITH]-(b) RETURN b.id AS id ORDER BY id
// = ["c1"]
// = ["g1"]

MATCH (c:Company {id: 'c1'})-[r:INVESTS_IN|SUBSIDIARY_OF]-(x) RETURN type(r) AS type, x.id AS id ORDER BY type, id
// = ["INVESTS_IN", "j1"]
// = ["SUBSIDIARY_OF", "c2"]

MATCH (n:Company|Zone) RETURN count(n) AS n
// = [9]

MATCH (n:Company|Zone)-[:LOCATED_IN]->(p:Zone|Place) RETURN n.id AS n, p.id AS p ORDER BY n
// = ["c1", "z1"]
// = ["c2", "z3"]
// = ["c3", "z2"]
// = ["c4", "z2"]
// = ["c5", "z2"]
// = ["z1", "p2"]
// = ["z2", "p3"]

MATCH (n:Entity:Company) RETURN count(*) AS n
// = [6]

MATCH (p:Official:Executive) RETURN p.name AS name
// = ["李四"]

MATCH (n:Person) WHERE n:Executive RETURN n.name AS name ORDER BY name
// = ["李四"]
// = ["赵六"]

MATCH (n:Person) WHERE NOT n:Official RETURN n.name AS name
// = ["赵六"]

MATCH (n:Official&!Executive) RETURN n.name AS name
// = ["王五"]

MATCH (n:Official&Executive) RETURN n.name AS name
// = ["李四"]

MATCH (n:!Entity) RETURN labels(n) AS labels, count(*) AS n ORDER BY n, labels
// = [["Fact"], 3]
// = [["Article"], 4]

MATCH (n:(Official|Executive)&Person) RETURN n.name AS name ORDER BY name
// = ["李四"]
// = ["王五"]
// = ["赵六"]

MATCH (c:Company WHERE c.confidence < 0.8) RETURN c.id AS id ORDER BY id
// = ["c3"]
// = ["c4"]
// = ["c5"]

MATCH (c:Company)-[r:LOCATED_IN WHERE r.count > 1]->(z) RETURN c.id AS id
// = ["c1"]

MATCH (c:Company)-[r]->() WHERE r.count = 2 RETURN c.id AS id, type(r) AS type ORDER BY id, type
// = ["c1", "INVESTS_IN"]
// = ["c1", "LOCATED_IN"]
// = ["c1", "PARTNERS_WITH"]

MATCH (c:Company)-[r:LOCATED_IN {count: 2}]->(z) RETURN c.id AS id
// = ["c1"]

MATCH (c:Company), (i:Industry) RETURN count(*) AS n
// = [18]

MATCH (c:Company) MATCH (c)-[:IN_INDUSTRY]->(i) RETURN c.id AS c, i.name AS i ORDER BY c
// = ["c1", "锂电新能源"]
// = ["c3", "新材料"]
// = ["c5", "软件"]

MATCH (a:Company)-[:LOCATED_IN]->(z)<-[:LOCATED_IN]-(b:Company) RETURN a.id AS a, b.id AS b ORDER BY a, b
// = ["c3", "c4"]
// = ["c3", "c5"]
// = ["c4", "c3"]
// = ["c4", "c5"]
// = ["c5", "c3"]
// = ["c5", "c4"]

MATCH (a:Company)-[:PARTNERS_WITH]-(b)-[:PARTNERS_WITH]-(c) RETURN a.id AS a, b.id AS b, c.id AS c ORDER BY a, b, c
// = ["c1", "c3", "g1"]
// = ["c3", "c1", "z2"]

MATCH (n) RETURN count(n) AS n
// = [30]

MATCH ()-[r]->() RETURN count(r) AS n
// = [38]

MATCH ()-[r]-() RETURN count(r) AS n
// = [76]

MATCH (n:Nothing) RETURN n
// = nothing

MATCH (n:Company) WHERE n.confidence >= 0.75 AND n.confidence <= 0.9 OR n.id = 'c6' RETURN n.id AS id ORDER BY id
// = ["c1"]
// = ["c2"]
// = ["c3"]
// = ["c5"]
// = ["c6"]

MATCH (n:Company) WHERE 0.7 < n.confidence < 0.9 RETURN n.id AS id ORDER BY id
// = ["c2"]
// = ["c3"]
// = ["c5"]

MATCH (n:Company) WHERE n.id IN ['c1', 'c9', 'c3'] RETURN n.id AS id ORDER BY id
// = ["c1"]
// = ["c3"]

MATCH (n:Company) WHERE NOT (n)-[:LOCATED_IN]->() RETURN n.id AS id
// = ["c6"]

MATCH (n:Company) WHERE (n)-[:INVESTS_IN]->(:Project {status: 'signed'}) RETURN n.id AS id
// = ["c3"]

MATCH (n:Company) WHERE n['name'] STARTS WITH '晨星' RETURN n.id AS id ORDER BY id
// = ["c1"]
// = ["c2"]

MATCH (n:Company) WHERE n.name = '晨星科技有限公司' XOR n.id = 'c2' RETURN n.id AS id ORDER BY id
// = ["c1"]
// = ["c2"]

MATCH (公司:Company {id: 'c1'}) RETURN 公司.name AS 名称
// = ["晨星科技有限公司"]

MATCH (c:Company)-[:LOCATED_IN]->(:Zone)-[:LOCATED_IN]->(:Place)-[:LOCATED_IN]->(p:Place) RETURN c.id AS c, p.name AS p ORDER BY c
// = ["c1", "江西省"]
// = ["c3", "江西省"]
// = ["c4", "江西省"]
// = ["c5", "江西省"]

MATCH (n:Official|Executive&!Official) WHERE n.title <> '市长' RETURN n.name AS name ORDER BY name
// = ["李四"]
// = ["赵六"]

MATCH (f:Fact) WHERE f.value > 5000000000 RETURN f.id AS id
// = ["f1"]

MATCH (n) WHERE n:Company|Zone RETURN count(n) AS n
// = [9]

MATCH (n:%) WHERE n.id = 'c1' RETURN n.id AS id
// = ["c1"]

MATCH (a {id: 'c1'})-[r:!LOCATED_IN&!IN_INDUSTRY]->(b) RETURN DISTINCT type(r) AS type ORDER BY type
// = ["INVESTS_IN"]
// = ["PARTNERS_WITH"]
// embedded ! QUERY
// says: types of a relationship in a formula, `[r:!A&!B]` · 关系类型的公式 `[r:!A&!B]`
// instead: MATCH (a {id: 'c1'})-[r]->(b) WHERE NOT type(r) IN ['LOCATED_IN', 'IN_INDUSTRY'] RETURN DISTINCT type(r) AS type ORDER BY type

CYPHER 5 MATCH (c:Company {id: 'c1'}) RETURN c.id AS id
// = ["c1"]
// embedded ! QUERY
// says: `CYPHER 5` and other options before a statement · 语句前的 `CYPHER 5` 等选项
// instead: MATCH (c:Company {id: 'c1'}) RETURN c.id AS id

MATCH (c IS Company|Zone) RETURN count(c) AS n
// = [9]

MATCH (IS Company)-[r IS INVESTS_IN]->() RETURN count(r) AS n
// = [3]

MATCH (c:Company) WHERE (c IS Company) RETURN count(c) AS n
// = [6]

MATCH (c:Company) USING SCAN c:Company WHERE c.id = 'c1' RETURN c.id AS id
// = ["c1"]
// embedded ! QUERY
// says: hints, `USING` · 提示 `USING`
// instead: MATCH (c:Company) WHERE c.id = 'c1' RETURN c.id AS id

MATCH (c:Company) WHERE c.name =~ '(?!晨星).*科技.*' RETURN c.id AS id
// = nothing
// embedded ! QUERY
// says: look-around in regular expressions, `(?!…)` · 正则表达式的环视 `(?!…)`
// instead: MATCH (c:Company) WHERE c.name =~ '.*科技.*' AND NOT c.name STARTS WITH '晨星' RETURN c.id AS id
