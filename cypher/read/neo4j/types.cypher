// How many entities there are of each type. Columns: type, count.
MATCH (n:Entity)
RETURN n.type AS type, count(n) AS count
