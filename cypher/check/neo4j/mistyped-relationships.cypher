// Relationships with an integer where the schema has a float, or a float where it has an integer. Columns: id.
MATCH ()-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY|MENTIONS|HAS_FACT|REPRINT_OF]->()
WHERE (
  r.count IS NOT :: INTEGER
  OR r.stories IS NOT :: INTEGER
  OR r.confidence IS NOT :: FLOAT
)
RETURN r.id AS id
