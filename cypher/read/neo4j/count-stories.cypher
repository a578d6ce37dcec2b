// How many stories the articles tell. Columns: count.
MATCH (n:Article)
RETURN count(DISTINCT CASE WHEN n.story <> '' THEN n.story ELSE n.id END) AS count
