// How many articles each outlet has; those that name none are in the empty text. Columns: outlet, count.
MATCH (n:Article)
RETURN coalesce(n.outlet, '') AS outlet, count(n) AS count
