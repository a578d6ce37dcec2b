// The entities of communities with the most relations that are known on a day.
// Parameters: day (as exact as it is known), ended (ids of posts that are not in force then), seats, a list of {community, seats}. Columns: id.
UNWIND $seats AS wanted
CALL (wanted) {
  MATCH (n:Entity {community: wanted.community}) RETURN n
  UNION ALL
  MATCH (n:Entity) WHERE wanted.community = -1 AND n.community IS NULL RETURN n
}
WITH wanted, n WHERE (left(n.firstSeen, size($day)) <= left($day, size(n.firstSeen)) OR n.firstSeen IS NULL AND coalesce(n.stories, 0) = 0)
WITH wanted, n, COUNT {
  MATCH (n)-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]-(m:Entity)
  WHERE (left(r.firstSeen, size($day)) <= left($day, size(r.firstSeen)) OR r.firstSeen IS NULL AND coalesce(r.stories, 0) = 0)
    AND (left(m.firstSeen, size($day)) <= left($day, size(m.firstSeen)) OR m.firstSeen IS NULL AND coalesce(m.stories, 0) = 0)
    AND (type(r) <> 'HOLDS_POST' OR left(coalesce(r.since, r.firstSeen), size($day)) <= left($day, size(coalesce(r.since, r.firstSeen))) AND NOT r.id IN $ended)
} AS weight ORDER BY weight DESC, n.id
WITH wanted, collect(n.id)[0..wanted.seats] AS ids
UNWIND ids AS id
RETURN id
