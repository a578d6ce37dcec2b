// The relations between some entities, without places, quotes and rules. Parameters: ids. Columns: id, type, from, to, properties.
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]->(b:Entity)
WHERE b.id IN $ids
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to,
  r {.articles, .count, .stories, .confidence, .firstSeen, .lastSeen, .origin, .title, .since, .until, .untilFrom} AS properties
