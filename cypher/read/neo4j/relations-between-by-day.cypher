// The relations between some entities that are known on a day, as they are now, posts that had ended by then too, without places,
// quotes and rules. Parameters: day (as exact as it is known), ids. Columns: id, type, from, to, properties.
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]->(b:Entity)
WHERE b.id IN $ids
  AND (left(r.firstSeen, size($day)) <= left($day, size(r.firstSeen)) OR r.firstSeen IS NULL AND coalesce(r.stories, 0) = 0)
  AND (left(a.firstSeen, size($day)) <= left($day, size(a.firstSeen)) OR a.firstSeen IS NULL AND coalesce(a.stories, 0) = 0)
  AND (left(b.firstSeen, size($day)) <= left($day, size(b.firstSeen)) OR b.firstSeen IS NULL AND coalesce(b.stories, 0) = 0)
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to,
  r {.articles, .count, .stories, .confidence, .firstSeen, .lastSeen, .origin, .title, .since, .until, .untilFrom} AS properties
