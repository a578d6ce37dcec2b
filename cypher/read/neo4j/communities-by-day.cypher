// How many entities that are known on a day each community has, in the order of the first of each; those without one are in -1.
// Parameters: day (as exact as it is known). Columns: community, count.
MATCH (n:Entity)
WHERE (left(n.firstSeen, size($day)) <= left($day, size(n.firstSeen)) OR n.firstSeen IS NULL AND coalesce(n.stories, 0) = 0)
WITH coalesce(n.community, -1) AS community, count(n) AS count, min(n.id) AS first
RETURN community, count ORDER BY first
