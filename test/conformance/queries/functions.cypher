MATCH (c:Company {id: 'c1'})-[r:LOCATED_IN]->(z) RETURN type(r) AS type, startNode(r).id AS start, endNode(r).id AS end, r.quotes AS quotes, r.spans[0] AS span
// = ["LOCATED_IN", "c1", "z1", ["a1说", "a3说"], "0-2"]

MATCH (c:Company {id: 'c1'})-[r:LOCATED_IN]->(z) RETURN r
// = [{"id": "c1 LOCATED_IN z1", "type": "LOCATED_IN", "from": "c1", "to": "z1", "properties": {"articles": ["a1", "a3"], "confidence": 0.9, "count": 2, "firstSeen": "2024-05-28", "lastSeen": "2024-05-29", "origin": "article", "quotes": ["a1说", "a3说"], "rules": ["test", "test"], "spans": ["0-2", "1-3"], "stories": 1}}]

MATCH (o {id: 'o2'}) RETURN size(labels(o)) AS n, 'Official' IN labels(o) AS yes
// = [4, true]

MATCH (o {id: 'o2'}) UNWIND labels(o) AS l RETURN l ORDER BY l
// = ["Entity"]
// = ["Executive"]
// = ["Official"]
// = ["Person"]

MATCH (c:Company {id: 'c1'}) RETURN elementId(c) = elementId(c) AS same, id(c) = id(c) AS number
// = [true, true]

MATCH (a {id: 'c1'}), (b {id: 'c1'}) RETURN a = b AS same
// = [true]

MATCH (a {id: 'c1'}), (b {id: 'c2'}) RETURN a = b AS same, a <> b AS different
// = [false, true]

MATCH (n {id: 'c1'}) RETURN n:Company AS yes, n:Zone AS no, n:Entity:Company AS both
// = [true, false, true]

MATCH ()-[r {id: 'c1 INVESTS_IN j1'}]->() RETURN r:INVESTS_IN AS yes
// = [true]

MATCH (c:Company) WHERE exists((c)-[:INVESTS_IN]->()) RETURN c.id AS id ORDER BY id
// = ["c1"]
// = ["c2"]
// = ["c3"]

RETURN valueType(1) AS type
// = ["INTEGER NOT NULL"]
// embedded ! QUERY
// says: `valueType` · `valueType`

RETURN randomUUID() <> randomUUID() AS different
// = [true]
// embedded ! QUERY
// says: `randomUUID` · `randomUUID`

RETURN rand() < 1 AS small
// = [true]

MATCH (c:Company {id: 'c1'}) RETURN size((c)--()) AS n
// ! QUERY

MATCH (c:Company {id: 'c1'}) RETURN COUNT { (c)--() } AS n
// = [9]

RETURN point({x: 1, y: 2}).x AS x
// = [1]
// embedded ! QUERY
// says: `point` · `point`
