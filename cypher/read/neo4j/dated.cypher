// How many articles have a date, and the first and the last of these. Columns: count, first, last.
MATCH (n:Article)
WHERE n.published <> ''
RETURN count(n) AS count, min(n.published) AS first, max(n.published) AS last
