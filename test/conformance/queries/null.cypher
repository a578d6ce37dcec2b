RETURN null = null AS equal, null <> 1 AS different, null IS NULL AS yes, 1 IS NOT NULL AS no
// = [null, null, true, true]

RETURN null AND false AS f, null AND true AS n, null OR true AS t, NOT null AS not
// = [false, null, true, null]
// embedded ! QUERY
// says: a keyword as a name, `AS not` · 以关键字为名 `AS not`
// instead: RETURN null AND false AS f, null AND true AS n, null OR true AS t, NOT null AS `not`

RETURN true XOR null AS x, true XOR false AS y
// = [null, true]

RETURN 1 + null AS sum, size(null) AS size, toUpper(null) AS up, head(null) AS head
// = [null, null, null, null]

MATCH (p:Project) WHERE p.investment > 1000000000 RETURN p.id AS id ORDER BY id
// = ["j1"]
// = ["j2"]

MATCH (p:Project) WHERE NOT p.investment > 1000000000 RETURN p.id AS id ORDER BY id
// = ["j4"]

MATCH (p:Project) WHERE p.investment IS NULL RETURN p.id AS id
// = ["j3"]

MATCH (p:Project) RETURN p.investment AS i ORDER BY i
// = [300000000]
// = [1200000000]
// = [5150000000]
// = [null]

MATCH (p:Project) RETURN p.investment AS i ORDER BY i DESC
// = [null]
// = [5150000000]
// = [1200000000]
// = [300000000]

RETURN CASE WHEN null THEN 1 ELSE 2 END AS other, CASE null WHEN null THEN 1 ELSE 2 END AS simple
// = [2, 2]

MATCH (c:Company) RETURN c.id AS id, CASE WHEN c.confidence > 0.8 THEN '高' WHEN c.confidence > 0.6 THEN '中' ELSE '低' END AS level ORDER BY id
// = ["c1", "高"]
// = ["c2", "中"]
// = ["c3", "中"]
// = ["c4", "低"]
// = ["c5", "中"]
// = ["c6", "高"]

MATCH (p:Project) RETURN p.id AS id, CASE p.status WHEN 'signed' THEN '签约' WHEN 'planned' THEN '规划' END AS status ORDER BY id
// = ["j1", null]
// = ["j2", "签约"]
// = ["j3", "规划"]
// = ["j4", null]

RETURN nullIf(1, 1) AS none, nullIf(1, 2) AS one
// = [null, 1]

RETURN coalesce(null, null) AS none, coalesce(null, 'x') AS x
// = [null, "x"]

MATCH (c:Company {id: 'c6'}) RETURN c.nothing AS nothing, c.nothing.more AS more
// = [null, null]

RETURN [1, null] = [1, null] AS unknown, {a: null} = {a: null} AS map
// = [null, null]
// embedded ! QUERY
// says: lists or maps with nulls compared · 含空值的列表或映射相比

RETURN null IN [] AS x
// = [false]
