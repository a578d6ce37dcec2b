// The relationships that begin and end at some nodes. Parameters: ids. Columns: id, type, from, to, properties.
UNWIND $ids AS id
CALL (id) {
  MATCH (a:Entity {id: id}) RETURN a
  UNION ALL
  MATCH (a:Article {id: id}) RETURN a
}
MATCH (a)-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY|MENTIONS|HAS_FACT|REPRINT_OF]->(b)
WHERE b.id IN $ids
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
