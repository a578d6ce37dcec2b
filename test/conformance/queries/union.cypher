MATCH (c:Company {id: 'c1'}) RETURN c.id AS id UNION MATCH (z:Zone {id: 'z1'}) RETURN z.id AS id
// = ["c1"]
// = ["z1"]

RETURN 1 AS x UNION RETURN 1 AS x
// = [1]

RETURN 1 AS x UNION ALL RETURN 1 AS x
// = [1]
// = [1]

MATCH (c:Company) RETURN c.type AS type, count(*) AS n UNION ALL MATCH (z:Zone) RETURN z.type AS type, count(*) AS n
// = ["Company", 6]
// = ["Zone", 3]
