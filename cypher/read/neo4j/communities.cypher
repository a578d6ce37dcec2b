// How many entities each community has, in the order of the first of each; those without one are in -1. Columns: community, count.
MATCH (n:Entity)
WITH coalesce(n.community, -1) AS community, count(n) AS count, min(n.id) AS first
RETURN community, count ORDER BY first
