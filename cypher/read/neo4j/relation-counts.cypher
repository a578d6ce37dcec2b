// How many relations entities have. Parameters: keys (ids). Columns: key, count.
UNWIND $keys AS key
MATCH (n:Entity {id: key})
RETURN key, COUNT { (n)-[:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]-() } AS count
