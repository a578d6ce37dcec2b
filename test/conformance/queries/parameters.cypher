MATCH (c:Company {id: $id}) RETURN c.name AS name
// parameters: {"id": "c1"}
// = ["晨星科技有限公司"]

MATCH (c:Company) WHERE c.id IN $ids RETURN c.id AS id ORDER BY id
// parameters: {"ids": ["c1", "c3"]}
// = ["c1"]
// = ["c3"]

RETURN $m.a[1] AS x, $m.b AS b, $m AS all
// parameters: {"m": {"a": [1, 2.5], "b": "文"}}
// = [2.5, "文", {"a": [1, 2.5], "b": "文"}]

MATCH (c:Company) RETURN c.id AS id ORDER BY id LIMIT $n
// parameters: {"n": 2}
// = ["c1"]
// = ["c2"]

RETURN $x IS NULL AS none
// parameters: {"x": null}
// = [true]

UNWIND $rows AS row OPTIONAL MATCH (c:Company {id: row.id}) RETURN row.id AS id, c.name AS name
// parameters: {"rows": [{"id": "c1"}, {"id": "zz"}]}
// = ["c1", "晨星科技有限公司"]
// = ["zz", null]

MATCH (p:Project) WHERE p.investment = $x RETURN p.id AS id
// parameters: {"x": "5150000000"}
// = nothing

RETURN $x / 8 AS x
// parameters: {"x": 4}
// = [0]

RETURN $q AS q
// parameters: {"q": "'; MATCH (n) DETACH DELETE n //"}
// = ["'; MATCH (n) DETACH DELETE n //"]
