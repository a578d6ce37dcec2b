// Every relation, without places, quotes and rules. Columns: id, type, from, to, properties.
MATCH (a:Entity)-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]->(b:Entity)
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to,
  r {.articles, .count, .stories, .confidence, .firstSeen, .lastSeen, .origin, .title, .since, .until, .untilFrom} AS properties
