// How many relations of entities are known on a day, posts apart. Parameters: day (as exact as it is known), keys (ids). Columns: key, count.
UNWIND $keys AS key
MATCH (n:Entity {id: key})
RETURN key, COUNT {
  MATCH (n)-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|IN_INDUSTRY]-(m:Entity)
  WHERE (left(r.firstSeen, size($day)) <= left($day, size(r.firstSeen)) OR r.firstSeen IS NULL AND coalesce(r.stories, 0) = 0)
    AND (left(n.firstSeen, size($day)) <= left($day, size(n.firstSeen)) OR n.firstSeen IS NULL AND coalesce(n.stories, 0) = 0)
    AND (left(m.firstSeen, size($day)) <= left($day, size(m.firstSeen)) OR m.firstSeen IS NULL AND coalesce(m.stories, 0) = 0)
} AS count
