// The relations of entities that are known on a day, as they are now, posts that had ended by then too, without places, quotes and rules.
// Parameters: day (as exact as it is known), keys (ids). Columns: key, id, type, from, to, properties.
UNWIND $keys AS key
MATCH (n:Entity {id: key})-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]-(m:Entity)
WHERE (left(r.firstSeen, size($day)) <= left($day, size(r.firstSeen)) OR r.firstSeen IS NULL AND coalesce(r.stories, 0) = 0)
  AND (left(n.firstSeen, size($day)) <= left($day, size(n.firstSeen)) OR n.firstSeen IS NULL AND coalesce(n.stories, 0) = 0)
  AND (left(m.firstSeen, size($day)) <= left($day, size(m.firstSeen)) OR m.firstSeen IS NULL AND coalesce(m.stories, 0) = 0)
RETURN key, r.id AS id, type(r) AS type, startNode(r).id AS from, endNode(r).id AS to,
  r {.articles, .count, .stories, .confidence, .firstSeen, .lastSeen, .origin, .title, .since, .until, .untilFrom} AS properties
