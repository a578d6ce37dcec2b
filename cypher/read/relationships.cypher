// Every relationship of the graph. Columns: id, type, from, to, properties.
MATCH (a)-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY|MENTIONS|HAS_FACT|REPRINT_OF]->(b)
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
