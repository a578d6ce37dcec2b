RETURN {name: '宜春', n: 1} AS map, {a: {b: [1, 2]}}.a.b[1] AS deep
// = [{"n": 1, "name": "宜春"}, 2]

WITH {a: 1, b: null} AS m RETURN m.a AS a, m.b AS b, m.c AS c, keys(m) AS keys
// = [1, null, null, ["a", "b"]]

WITH {a: 1} AS m RETURN m['a'] AS a
// = [1]

MATCH (c:Company {id: 'c1'}) RETURN c {.name, .confidence} AS map
// = [{"confidence": 0.9, "name": "晨星科技有限公司"}]

MATCH (c:Company {id: 'c6'}) RETURN c {.*} AS map
// = [{"aliases": [], "confidence": 1, "id": "c6", "name": "孤岛贸易有限公司", "search": ["^ 孤岛 岛贸 贸易 易有 有限 限公 公司 司$","^ gu ud da ao om ma ao oy yi iy yo ou ux xi ia an ng go on ng gs si i$","^ gd dm my yy yx xg gs s$"], "type": "Company"}]
// says: the property `search`, which the server over Neo4j searches by · 属性 `search`，Neo4j 上的服务靠它检索
// embedded = [{"aliases": [], "confidence": 1, "id": "c6", "name": "孤岛贸易有限公司", "type": "Company"}]

MATCH (c:Company {id: 'c1'}) RETURN c {.id, zone: [(c)-[:LOCATED_IN]->(z) | z.name], none: c.nothing} AS map
// = [{"id": "c1", "none": null, "zone": ["宜春经济技术开发区"]}]

MATCH (c:Company {id: 'c6'}) RETURN properties(c) AS map
// = [{"aliases": [], "confidence": 1, "id": "c6", "name": "孤岛贸易有限公司", "search": ["^ 孤岛 岛贸 贸易 易有 有限 限公 公司 司$","^ gu ud da ao om ma ao oy yi iy yo ou ux xi ia an ng go on ng gs si i$","^ gd dm my yy yx xg gs s$"], "type": "Company"}]
// says: the property `search`, which the server over Neo4j searches by · 属性 `search`，Neo4j 上的服务靠它检索
// embedded = [{"aliases": [], "confidence": 1, "id": "c6", "name": "孤岛贸易有限公司", "type": "Company"}]

MATCH (c:Company {id: 'c6'}) WITH keys(c) AS ks UNWIND ks AS k RETURN k ORDER BY k
// = ["aliases"]
// = ["confidence"]
// = ["id"]
// = ["name"]
// = ["search"]
// = ["type"]
// says: the property `search`, which the server over Neo4j searches by · 属性 `search`，Neo4j 上的服务靠它检索
// embedded = ["aliases"]
// embedded = ["confidence"]
// embedded = ["id"]
// embedded = ["name"]
// embedded = ["type"]

RETURN {b: 1} = {b: 1} AS equal, {b: 1} = {b: 2} AS different
// = [true, false]

RETURN {键: '值'} AS map
// = [{"键": "值"}]

RETURN {a: 1}.b AS none
// = [null]
