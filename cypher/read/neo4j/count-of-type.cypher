// How many relations there are of a type. Parameters: type. Columns: count.
CALL () {
  WITH $type AS wanted WHERE wanted = 'LOCATED_IN'
  MATCH ()-[r:LOCATED_IN]->() RETURN count(r) AS count
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'PART_OF'
  MATCH ()-[r:PART_OF]->() RETURN count(r) AS count
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'INVESTS_IN'
  MATCH ()-[r:INVESTS_IN]->() RETURN count(r) AS count
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'SUBSIDIARY_OF'
  MATCH ()-[r:SUBSIDIARY_OF]->() RETURN count(r) AS count
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'PARTNERS_WITH'
  MATCH ()-[r:PARTNERS_WITH]->() RETURN count(r) AS count
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'HOLDS_POST'
  MATCH ()-[r:HOLDS_POST]->() RETURN count(r) AS count
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'IN_INDUSTRY'
  MATCH ()-[r:IN_INDUSTRY]->() RETURN count(r) AS count
}
RETURN sum(count) AS count
