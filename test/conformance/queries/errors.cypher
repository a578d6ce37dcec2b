MATCH (c:Company RETURN c
// ! QUERY

MATCH (c:Company) RETURN d
// ! QUERY

RETURN $missing
// ! QUERY

MATCH (c:Company) RETURN c.name, count(*) ORDER BY c.id
// ! QUERY

RETURN nothing(1)
// ! QUERY

MATCH (a)-[r]->(b) MATCH (r) RETURN a
// ! QUERY

RETURN 1 AS a, 2 AS a
// ! QUERY

MATCH (c:Company) WHERE count(c) > 1 RETURN c
// ! QUERY

MATCH (n) RETURN n.name LIMIT -1
// ! QUERY

MATCH (n) RETURN n LIMIT 'x'
// ! QUERY

WITH 1 AS x RETURN y
// ! QUERY

MATCH (a)-[r:A]-(b)-[r:B]-(c) RETURN a
// = nothing

RETURN 'unclosed
// ! QUERY

RETURN 1 +
// ! QUERY

MATCH (n) WITH n.name RETURN 1
// ! QUERY

MATCH (n)
// ! QUERY

UNWIND 1 AS x RETURN x
// = [1]

RETURN toInteger({a: 1}) AS x
// ! QUERY

RETURN 1 AND true AS x
// ! QUERY

RETURN -'a' AS x
// ! QUERY

RETURN 1 - 'a' AS x
// ! QUERY

RETURN size(1) AS x
// ! QUERY

MATCH (c:Company {id:'c1'}) RETURN c.name.first AS x
// ! QUERY

CALL no.such.procedure()
// ! QUERY

RETURN date('yesterday') AS d
// ! QUERY

RETURN sum(count(*)) AS x
// ! QUERY

MATCH (c:Company) CREATE (n:X)
// ! FORBIDDEN

RETURN substring('abc', -1) AS x
// ! QUERY
// embedded = ["abc"]
// says: `substring` from a negative place: all rather than an error · `substring` 起点为负：得全文而非报错

RETURN 1 / 0 AS x
// ! QUERY
