// The entities of communities with the most relations. Parameters: seats, a list of {community, seats}. Columns: id.
UNWIND $seats AS wanted
CALL (wanted) {
  MATCH (n:Entity {community: wanted.community}) RETURN n
  UNION ALL
  MATCH (n:Entity) WHERE wanted.community = -1 AND n.community IS NULL RETURN n
}
WITH wanted, n, COUNT { (n)-[:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]-() } AS weight ORDER BY weight DESC, n.id
WITH wanted, collect(n.id)[0..wanted.seats] AS ids
UNWIND ids AS id
RETURN id
