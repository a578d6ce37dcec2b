// The relations of entities, without places, quotes and rules. Parameters: keys (ids). Columns: key, id, type, from, to, properties.
UNWIND $keys AS key
MATCH (n:Entity {id: key})-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]-(:Entity)
RETURN key, r.id AS id, type(r) AS type, startNode(r).id AS from, endNode(r).id AS to,
  r {.articles, .count, .stories, .confidence, .firstSeen, .lastSeen, .origin, .title, .since, .until, .untilFrom} AS properties
