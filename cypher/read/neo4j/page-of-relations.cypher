// Relations by id, page by page, without places, quotes and rules. Parameters: after (or an empty text), type (or null), limit.
// Columns: id, type, from, to, properties.
CALL () {
  WITH coalesce($type, 'LOCATED_IN') AS wanted WHERE wanted = 'LOCATED_IN'
  MATCH (a)-[r:LOCATED_IN]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH coalesce($type, 'PART_OF') AS wanted WHERE wanted = 'PART_OF'
  MATCH (a)-[r:PART_OF]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH coalesce($type, 'INVESTS_IN') AS wanted WHERE wanted = 'INVESTS_IN'
  MATCH (a)-[r:INVESTS_IN]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH coalesce($type, 'SUBSIDIARY_OF') AS wanted WHERE wanted = 'SUBSIDIARY_OF'
  MATCH (a)-[r:SUBSIDIARY_OF]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH coalesce($type, 'PARTNERS_WITH') AS wanted WHERE wanted = 'PARTNERS_WITH'
  MATCH (a)-[r:PARTNERS_WITH]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH coalesce($type, 'HOLDS_POST') AS wanted WHERE wanted = 'HOLDS_POST'
  MATCH (a)-[r:HOLDS_POST]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH coalesce($type, 'IN_INDUSTRY') AS wanted WHERE wanted = 'IN_INDUSTRY'
  MATCH (a)-[r:IN_INDUSTRY]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
}
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to,
  r {.articles, .count, .stories, .confidence, .firstSeen, .lastSeen, .origin, .title, .since, .until, .untilFrom} AS properties
ORDER BY r.id LIMIT $limit
