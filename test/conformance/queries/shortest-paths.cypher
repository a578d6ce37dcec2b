MATCH p = shortestPath((a:Company {id: 'c2'})-[*..8]-(b:Company {id: 'c4'})) RETURN length(p) AS n
// = [3]

MATCH p = shortestPath((a {id: 'c4'})-[:SUBSIDIARY_OF|PARTNERS_WITH*..6]-(b {id: 'c2'})) RETURN [n IN nodes(p) | n.id] AS ids
// = [["c4", "c3", "c1", "c2"]]

MATCH p = allShortestPaths((a {id: 'c1'})-[*..4]-(b {id: 'i1'})) RETURN length(p) AS n
// = [1]

MATCH p = allShortestPaths((a {id: 'c4'})-[*..6]-(b {id: 'c1'})) RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids
// = [["c4", "c3", "c1"]]
// = [["c4", "z2", "c1"]]

MATCH p = allShortestPaths((a {id: 'i1'})-[:IN_INDUSTRY|LOCATED_IN*..4]-(b {id: 'p1'})) RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids
// = [["i1", "z1", "p2", "p1"]]
// = [["i1", "z2", "p3", "p1"]]

MATCH (a:Company {id: 'c1'}), (b:Company {id: 'c6'}) MATCH p = shortestPath((a)-[*..8]-(b)) RETURN p
// = nothing

MATCH (a:Company {id: 'c1'}), (b:Company {id: 'c6'}) OPTIONAL MATCH p = shortestPath((a)-[*..8]-(b)) RETURN p IS NULL AS none
// = [true]

MATCH (a:Company {id: 'c2'}), (b:Place {id: 'p1'}) RETURN length(shortestPath((a)-[:LOCATED_IN|PART_OF*..6]->(b))) AS n
// = [4]
// embedded ! QUERY
// says: `shortestPath` outside `MATCH` · `MATCH` 之外的 `shortestPath`
// instead: MATCH p = shortestPath((a:Company {id: 'c2'})-[:LOCATED_IN|PART_OF*..6]->(b:Place {id: 'p1'})) RETURN length(p) AS n

MATCH p = shortestPath((a:Place {id: 'p1'})-[:LOCATED_IN*..6]->(b:Company {id: 'c2'})) RETURN p
// = nothing

MATCH p = shortestPath((a {id: 'c1'})-[*..5]-(b {id: 'z1'})) WHERE none(r IN relationships(p) WHERE type(r) = 'LOCATED_IN') RETURN length(p) AS n
// = [2]
// embedded ! QUERY
// says: a shortest path with a condition on the path · 对路径本身加条件的最短路径
// instead: MATCH p = (a {id: 'c1'})-[*..5]-(b {id: 'z1'}) WHERE none(r IN relationships(p) WHERE type(r) = 'LOCATED_IN') RETURN length(p) AS n ORDER BY n LIMIT 1

MATCH p = SHORTEST 1 (a {id: 'c4'})-[:SUBSIDIARY_OF|PARTNERS_WITH]-+(b {id: 'c2'}) RETURN length(p) AS n
// = [3]
// embedded ! QUERY
// says: `SHORTEST k` · `SHORTEST k`
// instead: MATCH p = shortestPath((a {id: 'c4'})-[:SUBSIDIARY_OF|PARTNERS_WITH*..6]-(b {id: 'c2'})) RETURN length(p) AS n

MATCH (a:Zone {id: 'z1'}), (b:Zone) WHERE a <> b MATCH p = shortestPath((a)-[*..6]-(b)) RETURN b.id AS b, length(p) AS n ORDER BY b
// = ["z2", 2]
// = ["z3", 1]
