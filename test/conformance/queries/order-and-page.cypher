MATCH (c:Company) RETURN c.id AS id ORDER BY id SKIP 1 LIMIT 2
// = ["c2"]
// = ["c3"]

MATCH (c:Company) RETURN c.id AS id ORDER BY id DESC LIMIT 1
// = ["c6"]

MATCH (c:Company) RETURN c.id AS id ORDER BY c.confidence DESC, c.name LIMIT 3
// = ["c6"]
// = ["c1"]
// = ["c2"]

MATCH (c:Company) RETURN c.id AS id ORDER BY id OFFSET 4
// = ["c5"]
// = ["c6"]

MATCH (c:Company) WITH c ORDER BY c.name LIMIT 2 RETURN count(*) AS n
// = [2]

MATCH (c:Company) RETURN c.name AS n ORDER BY n LIMIT 0
// = nothing

MATCH (c:Company) WITH c.confidence AS x, collect(c.id) AS ids ORDER BY x DESC SKIP 1 LIMIT 1 RETURN x, size(ids) AS n
// = [0.9, 1]

UNWIND [true, 'a', 1, null, 2.5, false, '晨'] AS x RETURN x ORDER BY x
// = ["a"]
// = ["晨"]
// = [false]
// = [true]
// = [1]
// = [2.5]
// = [null]

UNWIND ['b', 'a', 'C', '中', '阿', 'é'] AS x RETURN x ORDER BY x
// = ["C"]
// = ["a"]
// = ["b"]
// = ["é"]
// = ["中"]
// = ["阿"]

MATCH (c:Company) RETURN DISTINCT c.confidence AS x ORDER BY x
// = [0.5]
// = [0.75]
// = [0.8]
// = [0.9]
// = [1]

MATCH (c:Company) RETURN c.name AS name ORDER BY size(c.name), name LIMIT 2
// = ["云岭锂业有限公司"]
// = ["孤岛贸易有限公司"]

MATCH (c:Company) WITH DISTINCT c.confidence AS x WHERE x < 1 RETURN count(x) AS n
// = [4]

MATCH (c:Company) RETURN c.type AS type, count(*) AS n ORDER BY c.type
// = ["Company", 6]

UNWIND [[2], [1, 5], [1]] AS x RETURN x ORDER BY x
// = [[1]]
// = [[1, 5]]
// = [[2]]

MATCH (n:Zone) RETURN * ORDER BY n.id LIMIT 1
// = [{"id": "z1", "labels": ["Entity", "Zone"], "properties": {"aliases": ["宜春经开区", "经开区"], "confidence": 1, "kind": "经开", "level": "国家", "mentions": 4, "name": "宜春经济技术开发区", "pageRank": 0.5, "type": "Zone", "x": 2, "y": -1.5}}]

WITH 1 AS a, 2 AS b RETURN *
// = [1, 2]

WITH 1 AS a WITH *, 2 AS b RETURN a + b AS sum
// = [3]
