CALL db.index.fulltext.queryNodes('names', '高新区') YIELD node RETURN count(node) > 0 AS found
// = [true]

CALL db.index.fulltext.queryNodes('names', '晨星') YIELD node, score WHERE score > 0 RETURN node.id AS id ORDER BY id
// = ["c1"]
// = ["c2"]
// = ["j1"]

CALL db.index.fulltext.queryNodes('names', '碳酸锂') YIELD node RETURN node.name AS name
// = ["碳酸锂项目"]

CALL db.index.fulltext.queryNodes('names', '火锅') YIELD node RETURN node.name AS name
// = nothing

CALL db.index.fulltext.queryNodes('names', $q) YIELD node AS n MATCH (n)-[:LOCATED_IN]->(z) RETURN n.id AS n, z.id AS z
// parameters: {"q": "远图材料"}
// = ["c3", "z2"]

CALL db.index.fulltext.queryNodes('names', 'acme') YIELD node RETURN node.id AS id
// = ["c5"]

CALL db.index.fulltext.queryNodes('names', '晨星', {limit: 1}) YIELD node RETURN count(node) AS n
// = [1]
// embedded ! QUERY
// says: full text with options · 带选项的全文检索
// instead: CALL db.index.fulltext.queryNodes('names', '晨星') YIELD node WITH node LIMIT 1 RETURN count(node) AS n
