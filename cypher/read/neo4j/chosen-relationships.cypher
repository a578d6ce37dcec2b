// The relationships that go into a file. Parameters: all (those of articles and facts too), least (confidence of each and of its ends).
// Columns: id, type, from, to, properties.
MATCH (a)-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY|MENTIONS|HAS_FACT|REPRINT_OF]->(b)
WHERE ($all OR a:Entity AND b:Entity) AND coalesce(r.confidence, 1) >= $least
  AND coalesce(a.confidence, 1) >= $least AND coalesce(b.confidence, 1) >= $least
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
