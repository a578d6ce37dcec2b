// How many articles are of a day and before, and the first and the last of these. Parameters: day (as exact as it is known). Columns: count, first, last.
MATCH (n:Article)
WHERE left(n.published, size($day)) <= left($day, size(n.published))
RETURN count(n) AS count, min(n.published) AS first, max(n.published) AS last
