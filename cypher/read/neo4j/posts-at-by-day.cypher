// The posts at bodies that are known on a day, as they are now. Parameters: day (as exact as it is known), keys (ids of bodies).
// Columns: key, id, type, from, to, properties.
UNWIND $keys AS key
MATCH (a:Entity)-[r:HOLDS_POST]->(b:Entity {id: key})
WHERE (left(r.firstSeen, size($day)) <= left($day, size(r.firstSeen)) OR r.firstSeen IS NULL AND coalesce(r.stories, 0) = 0)
RETURN key, r.id AS id, type(r) AS type, a.id AS from, b.id AS to,
  r {.articles, .count, .stories, .confidence, .firstSeen, .lastSeen, .origin, .title, .since, .until, .untilFrom} AS properties
