RETURN 7 / 2 AS int, 7 / 2.0 AS float, 7 % 3 AS rest, 2 ^ 3 AS power, -7 / 2 AS negative, -7 % 3 AS negativeRest
// = [3, 3.5, 1, 8, -3, -1]

RETURN abs(-1) AS abs, ceil(1.2) AS ceil, floor(1.8) AS floor, sign(-3) AS sign, sqrt(16) AS root
// = [1, 2, 1, -1, 4]

RETURN round(1.5) AS up, round(-1.5) AS negative, round(2.4) AS down
// = [2, -1, 2]

RETURN round(1.256, 2) AS two
// = [1.26]
// embedded ! QUERY
// says: `round(x, 2)` · `round(x, 2)`
// instead: RETURN round(1.256 * 100) / 100 AS two

RETURN 1 = 1.0 AS equal, 1 < 1.5 AS less, 1 <> 2 AS different
// = [true, true, true]

RETURN 1 = '1' AS equal
// = [false]

RETURN 1 IN ['1'] AS found
// = [false]

WITH {k: 1} AS m RETURN m.k = '1' AS equal
// = [false]

RETURN true = 'true' AS equal
// = [false]

RETURN 0.1 + 0.2 = 0.3 AS equal
// = [false]

RETURN 1 / 0.0 AS infinite
// = ["Infinity"]

RETURN 5 / 0 AS error
// ! QUERY

RETURN 9223372036854775807 AS largest, 5150000000 * 2 AS money
// = ["9223372036854775807", 10300000000]

RETURN 9223372036854775807 + 1 AS over
// ! QUERY

RETURN exp(0) AS exp, log(1) AS log, log10(100) AS log10, pi() > 3.14 AS pi
// = [1, 0, 2, true]

RETURN 1e3 AS thousand, 0x1F AS hex
// = [1000, 31]

RETURN 1_000 AS thousand
// = [1000]

MATCH (p:Project) RETURN p.investment / 1000000000 AS b, p.investment / 1e9 AS f ORDER BY p.id
// = [5, 5.15]
// = [1, 1.2]
// = [null, null]
// = [0, 0.3]

MATCH (z:Zone {id: 'z1'}) RETURN z.x / 4 AS quarter, z.confidence / 2 AS half, z.mentions / 3 AS third
// = [0.5, 0.5, 1]

MATCH (c:Company) WHERE c.confidence = 1 RETURN c.id AS id
// = ["c6"]

MATCH (p:Project) WHERE p.investment = '5150000000' RETURN p.id AS id
// = nothing

RETURN isNaN(0.0 / 0.0) AS nan
// = [true]
// embedded ! QUERY
// says: `isNaN` · `isNaN`

RETURN 10 - 3 - 2 AS left, 2 ^ 3 ^ 2 AS power, 1 + 2 * 3 AS mixed, -2 ^ 2 AS minus
// = [5, 64, 7, 4]

RETURN 5.0 % 0 AS x
// = ["NaN"]

UNWIND [] AS x RETURN stDev(x) AS s
// = [0]

RETURN 1 IS :: INTEGER AS x
// = [true]
// embedded ! QUERY
// says: `IS ::` · `IS ::`

RETURN CASE 5 WHEN > 3 THEN 'large' ELSE 'small' END AS x
// = ["large"]
// embedded ! QUERY
// says: a `CASE` of a value with conditions, `CASE x WHEN > 3` · 带条件的简单 `CASE`,`CASE x WHEN > 3`
// instead: RETURN CASE WHEN 5 > 3 THEN 'large' ELSE 'small' END AS x

MATCH (c:Company {id: 'c6'}) RETURN c.confidence / 2 AS float, toString(c.confidence) AS text
// = [0.5, "1.0"]

MATCH (z:Zone {id: 'z1'}) RETURN z.x / 4 AS x, z.mentions / 3 AS mentions, toString(z.mentions) AS text
// = [0.5, 1, "4"]

MATCH ()-[r:MENTIONS {id: 'a1 MENTIONS c1'}]->() RETURN r.count / 2 AS count
// = [1]

MATCH (p:Project {id: 'j4'}) RETURN p.investment / 700000000 AS none, toString(p.investment) AS text
// = [0, "300000000"]

RETURN floor(7) / 2 AS floor, ceil(7) / 2 AS ceil, round(7) / 2 AS round
// = [3.5, 3.5, 3.5]
