// How many articles there are of each month, or of a year where no more is known. Columns: month, count.
MATCH (n:Article)
WHERE n.published <> ''
RETURN substring(n.published, 0, 7) AS month, count(n) AS count
