// How many nodes there are by type. Columns: type, count.
MATCH (n)
WHERE n:Entity OR n:Article OR n:Fact
RETURN coalesce(n.type, CASE WHEN n:Article THEN 'Article' ELSE 'Fact' END) AS type, count(*) AS count
ORDER BY type
