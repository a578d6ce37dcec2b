// The doubtful relations whose answer changes most: how likely each is wrong, times how much is known of the end of which less is.
// Parameters: likely (the least confidence of what is not doubtful), offset, limit. Columns: id, change.
MATCH (a)-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]->(b)
WHERE r.confidence < $likely
WITH r,
  COUNT { (a)-[:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]-() } + COUNT { (a)-[:HAS_FACT]->() } + COUNT { (a)<-[:MENTIONS]-() } AS one,
  COUNT { (b)-[:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]-() } + COUNT { (b)-[:HAS_FACT]->() } + COUNT { (b)<-[:MENTIONS]-() } AS other
RETURN r.id AS id, (1 - r.confidence) * CASE WHEN one < other THEN one ELSE other END AS change
ORDER BY change DESC, id SKIP $offset LIMIT $limit
