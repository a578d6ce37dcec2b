MATCH (n:Company|Zone) RETURN count(DISTINCT n) AS n
// = [9]
// put: labels in a formula, `(n:A\|B)`, `(n:A&!B)`, `(n IS A)` · 标签公式 `(n:A\|B)`、`(n:A&!B)`、`(n IS A)`

MATCH (n:Company WHERE n.id = 'c1') RETURN n.name AS name
// = ["晨星科技有限公司"]
// put: a condition inside a node · 节点内的条件

MATCH (a {id: 'c2'})-[:LOCATED_IN|PART_OF]->{1,2}(x) RETURN x.id AS id ORDER BY id
// = ["z1"]
// = ["z3"]
// put: a relationship that repeats, `->{1,2}`, `->+` · 重复的关系 `->{1,2}`、`->+`

MATCH ()-[r]->() WHERE r:INVESTS_IN RETURN count(r) AS n
// = [3]
// put: the type of a relationship asked as a label · 以标签形式问关系类型

MATCH (n:Nothing) RETURN sum(n.x) AS s
// = [0]
// put: the sum of nothing, which is 0 · 空集之和为 0

RETURN round(-2.5) AS x
// = [-2.0]
// put: halves, which are rounded up · 半数向上舍入

RETURN 5.0 % 0 AS x, null IN [] AS none
// = ["NaN", false]
// put: a rest of 0, and what is in an empty list · 对 0 取余、空列表的成员

RETURN toInteger('4.9') AS x, toBoolean(0) AS b, nullIf(1, 1) AS n
// = [4, false, null]
// put: `toInteger` of a text with a fraction, `toBoolean` of a number, `nullIf` · `toInteger('4.9')`、`toBoolean(0)`、`nullIf`

RETURN toString(2.0) AS x
// = ["2.0"]
// put: a float as text, `toString(x)`, `'a' + x`: with `.0`, and an error where Neo4j would write an exponent · 浮点数转文本：带 `.0`，会写成指数形式的报错

RETURN isEmpty('') AS empty, 'a' || 'b' || 'c' AS text
// = [true, "abc"]
// put: `isEmpty`, `\|\|` · `isEmpty`、`\|\|`

MATCH (n:Company {id: 'c1'}) RETURN ['x'] + n.aliases + n.name AS names
// = [["x", "晨星科技", "晨星", "晨星科技有限公司"]]
// put: an item added to a list; one that is null makes it null · 列表加一项；项为空则结果为空

RETURN any(x IN [1, null] WHERE x > 1) AS some
// = [null]
// put: `any`, `all`, `none`, `single` over nulls · 含空值的 `any`、`all`、`none`、`single`

RETURN '园区 7' =~ '园.\\s\\d' AS x
// = [true]
// put: dots and classes of regular expressions, as Java means them · 正则表达式的点与字符类，依 Java 的含义

MATCH (c:Company {id: 'c6'}) RETURN size([(c)--(b) | b]) AS n
// = [0]
// put: what a pattern in a list counts · 列表中模式的计数

UNWIND [1, 2, 3] AS x RETURN x ORDER BY x OFFSET 2
// = [3]
// put: `OFFSET` · `OFFSET`

MATCH (c:Company {id: 'c1'}) RETURN c.name
// = ["晨星科技有限公司"]
// put: a column without `AS`, which has the name that Neo4j gives it · 未命名的列，取 Neo4j 所给的名
