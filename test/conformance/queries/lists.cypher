RETURN [1, 2] = [1, 2] AS equal, [1, 2] < [1, 3] AS less
// = [true, true]
// embedded ! QUERY
// says: lists compared by `<` · 列表以 `<` 相比

RETURN [x IN range(1, 10) WHERE x % 2 = 0 | x * x] AS list
// = [[4, 16, 36, 64, 100]]

RETURN [x IN [1, 2, 3] | x + 0.5] AS list
// = [[1.5, 2.5, 3.5]]

RETURN [x IN [1, null, 3] WHERE x IS NOT NULL] AS list
// = [[1, 3]]

MATCH (c:Company {id: 'c1'}) UNWIND [(c)-[:PARTNERS_WITH]-(b) | b.id] AS id RETURN id ORDER BY id
// = ["c3"]
// = ["z2"]
// embedded ! QUERY
// says: a pattern comprehension outside `RETURN` and `WITH` · `RETURN`、`WITH` 之外的模式推导
// instead: MATCH (c:Company {id: 'c1'}) WITH [(c)-[:PARTNERS_WITH]-(b) | b.id] AS ids UNWIND ids AS id RETURN id ORDER BY id

MATCH (c:Company) RETURN c.id AS id, size([(c)-[:PARTNERS_WITH]-(b) | b]) AS n ORDER BY id
// = ["c1", 2]
// = ["c2", 0]
// = ["c3", 2]
// = ["c4", 0]
// = ["c5", 0]
// = ["c6", 0]

MATCH (c:Company) WHERE size([(c)-[:PARTNERS_WITH]-(b) | b]) > 1 RETURN c.id AS id ORDER BY id
// = ["c1"]
// = ["c3"]

MATCH (c:Company {id: 'c3'}) RETURN [(c)-[r]-(b:Entity) WHERE r.count = 2 | b.id] AS list
// = [["c1"]]

MATCH (c:Company {id: 'c1'}) RETURN [a IN c.aliases WHERE size(a) > 2] AS aliases, size(c.aliases) AS n
// = [["晨星科技"], 2]

RETURN reduce(s = 0, x IN [1, 2, 3] | s + x) AS sum, reduce(t = '', x IN ['a', 'b'] | t + x) AS text
// = [6, "ab"]

RETURN head([1, 2, 3]) AS head, last([1, 2, 3]) AS last, tail([1, 2, 3]) AS tail, reverse([1, 2, 3]) AS reverse
// = [1, 3, [2, 3], [3, 2, 1]]

RETURN head([]) AS head, last([]) AS last, tail([]) AS tail
// = [null, null, []]

RETURN [1, 2, 3][0] AS first, [1, 2, 3][-1] AS last, [1, 2, 3][9] AS none
// = [1, 3, null]

RETURN [1, 2, 3, 4][1..3] AS middle, [1, 2, 3, 4][..2] AS start, [1, 2, 3, 4][2..] AS end
// = [[2, 3], [1, 2], [3, 4]]

RETURN [1, 2, 3, 4][-2..] AS last
// = [[3, 4]]
// embedded ! QUERY
// says: a slice counted from the end, `list[-2..]` · 从末尾起的切片 `list[-2..]`
// instead: WITH [1, 2, 3, 4] AS list RETURN list[size(list) - 2..] AS last

RETURN [1, 2] + [3] AS list, [1, 2] + [] AS same
// = [[1, 2, 3], [1, 2]]

RETURN [1, 2] + 3 AS appended
// = [[1, 2, 3]]

RETURN ['a'] + 'y' AS appended
// = [["a", "y"]]

RETURN 'y' + ['a'] AS prepended
// = [["y", "a"]]

RETURN 1 IN [1, 2] AS yes, 3 IN [1, 2] AS no, 3 IN [1, null] AS unknown, null IN [1] AS nothing
// = [true, false, null, null]

RETURN range(0, 10, 5) AS up, range(3, 1, -1) AS down, range(1, 0) AS none
// = [[0, 5, 10], [3, 2, 1], []]

RETURN any(x IN [1, 2] WHERE x > 1) AS any, all(x IN [1, 2] WHERE x > 0) AS all, none(x IN [1, 2] WHERE x > 2) AS none, single(x IN [1, 2] WHERE x > 1) AS single
// = [true, true, true, true]

RETURN all(x IN [1, null] WHERE x > 0) AS all
// = [null]

RETURN any(x IN [null, 0] WHERE x > 0) AS any
// = [null]

RETURN all(x IN [] WHERE x > 0) AS all, any(x IN [] WHERE x > 0) AS any
// = [true, false]

RETURN none(x IN [null] WHERE x > 0) AS none
// = [null]

RETURN single(x IN [null, 1] WHERE x > 0) AS single
// = [null]

UNWIND [3, 1, 2] AS x RETURN x ORDER BY x DESC
// = [3]
// = [2]
// = [1]

UNWIND [] AS x RETURN x
// = nothing

UNWIND null AS x RETURN x
// = nothing

UNWIND [[1, 2], [3]] AS x UNWIND x AS y RETURN y
// = [1]
// = [2]
// = [3]

RETURN size([1, 2, 3]) AS list, size('汉字') AS text, size([]) AS empty
// = [3, 2, 0]

RETURN isEmpty([]) AS list, isEmpty('') AS text, isEmpty('x') AS full
// = [true, true, false]

RETURN toIntegerList(['1', 'x', 2.9]) AS ints
// = [[1, null, 2]]
// embedded ! QUERY
// says: `toIntegerList` and its like · `toIntegerList` 等
// instead: RETURN [x IN ['1', 'x', 2.9] | toInteger(x)] AS ints

RETURN keys({b: 1, a: 2}) AS keys
// = [["a", "b"]]

RETURN [1] + 2 AS l
// = [[1, 2]]

RETURN reduce(l = [], x IN [1, 2] | l + x) AS l
// = [[1, 2]]

MATCH (c:Company) WITH c ORDER BY c.id LIMIT 2 RETURN collect(c.id) + 'y' AS l
// = [["c1", "c2", "y"]]

WITH [1, 2] AS xs UNWIND xs + 3 AS x RETURN x
// = [1]
// = [2]
// = [3]

RETURN $l + 1 AS l
// parameters: {"l": [1]}
// = [[1, 1]]

MATCH (c:Company {id: 'c1'}) RETURN reverse(c.aliases) AS back
// ! QUERY

MATCH (c:Company {id: 'c1'}) RETURN reverse([x IN c.aliases | x]) AS back
// = [["晨星", "晨星科技"]]

RETURN null IN [i IN [] | false] AS none
// = [false]

UNWIND [true] + ['1'] AS x RETURN x + toString(null) AS sum
// ! QUERY
