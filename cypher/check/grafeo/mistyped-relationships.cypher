// Relationships with an integer where the schema has a float, or a float where it has an integer. Columns: id.
MATCH ()-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY|MENTIONS|HAS_FACT|REPRINT_OF]->()
WHERE (
  (2 * abs(r.count) + 1) / 2 > abs(r.count)
  OR (2 * abs(r.stories) + 1) / 2 > abs(r.stories)
  OR (2 * abs(r.confidence) + 1) / 2 = abs(r.confidence)
)
RETURN r.id AS id
