// All posts that are known on a day, as they are now. Parameters: day (as exact as it is known).
// Columns: id, type, from, to, properties, isTied (whether both ends are known by then).
MATCH (a:Entity)-[r:HOLDS_POST]->(b:Entity)
WHERE (left(r.firstSeen, size($day)) <= left($day, size(r.firstSeen)) OR r.firstSeen IS NULL AND coalesce(r.stories, 0) = 0)
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to,
  r {.articles, .count, .stories, .confidence, .firstSeen, .lastSeen, .origin, .title, .since, .until, .untilFrom} AS properties,
  coalesce((left(a.firstSeen, size($day)) <= left($day, size(a.firstSeen)) OR a.firstSeen IS NULL AND coalesce(a.stories, 0) = 0)
    AND (left(b.firstSeen, size($day)) <= left($day, size(b.firstSeen)) OR b.firstSeen IS NULL AND coalesce(b.stories, 0) = 0), false) AS isTied
