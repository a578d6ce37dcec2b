// How much is known on a day, posts apart: what articles of that day and before tell. Parameters: day (as exact as it is known).
// Columns: entities, relations, articles.
CALL () { MATCH (n:Entity) WHERE (left(n.firstSeen, size($day)) <= left($day, size(n.firstSeen)) OR n.firstSeen IS NULL AND coalesce(n.stories, 0) = 0) RETURN count(n) AS entities }
CALL () { MATCH (n:Article) WHERE left(n.published, size($day)) <= left($day, size(n.published)) RETURN count(n) AS articles }
CALL () {
  MATCH (a:Entity)-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|IN_INDUSTRY]->(b:Entity)
  WHERE (left(r.firstSeen, size($day)) <= left($day, size(r.firstSeen)) OR r.firstSeen IS NULL AND coalesce(r.stories, 0) = 0)
    AND (left(a.firstSeen, size($day)) <= left($day, size(a.firstSeen)) OR a.firstSeen IS NULL AND coalesce(a.stories, 0) = 0)
    AND (left(b.firstSeen, size($day)) <= left($day, size(b.firstSeen)) OR b.firstSeen IS NULL AND coalesce(b.stories, 0) = 0)
  RETURN count(r) AS relations
}
RETURN entities, relations, articles
