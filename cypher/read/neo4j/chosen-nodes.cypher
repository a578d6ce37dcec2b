// The nodes that go into a file. Parameters: all (articles and facts too), least (confidence).
// Columns: id, labels, properties, degree (relationships that go there too, one that ends twice here counted twice).
MATCH (n)
WHERE (n:Entity OR $all AND (n:Article OR n:Fact)) AND coalesce(n.confidence, 1) >= $least
RETURN n.id AS id, labels(n) AS labels, n {.*, search: null, said: null} AS properties,
  COUNT { (n)-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY|MENTIONS|HAS_FACT|REPRINT_OF]->(m) WHERE (m:Entity OR $all) AND coalesce(r.confidence, 1) >= $least AND coalesce(m.confidence, 1) >= $least } +
  COUNT { (n)<-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY|MENTIONS|HAS_FACT|REPRINT_OF]-(m) WHERE (m:Entity OR $all) AND coalesce(r.confidence, 1) >= $least AND coalesce(m.confidence, 1) >= $least } AS degree
