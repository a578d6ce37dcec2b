// The relations of a type, without places, quotes and rules. Parameters: type. Columns: id, type, from, to, properties.
CALL () {
  WITH $type AS wanted WHERE wanted = 'LOCATED_IN'
  MATCH (a)-[r:LOCATED_IN]->(b) RETURN a, r, b
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'PART_OF'
  MATCH (a)-[r:PART_OF]->(b) RETURN a, r, b
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'INVESTS_IN'
  MATCH (a)-[r:INVESTS_IN]->(b) RETURN a, r, b
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'SUBSIDIARY_OF'
  MATCH (a)-[r:SUBSIDIARY_OF]->(b) RETURN a, r, b
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'PARTNERS_WITH'
  MATCH (a)-[r:PARTNERS_WITH]->(b) RETURN a, r, b
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'HOLDS_POST'
  MATCH (a)-[r:HOLDS_POST]->(b) RETURN a, r, b
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'IN_INDUSTRY'
  MATCH (a)-[r:IN_INDUSTRY]->(b) RETURN a, r, b
}
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to,
  r {.articles, .count, .stories, .confidence, .firstSeen, .lastSeen, .origin, .title, .since, .until, .untilFrom} AS properties
