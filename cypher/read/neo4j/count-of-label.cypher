// How many entities have a label. Parameters: label. Columns: count.
CALL () {
  WITH $label AS wanted WHERE wanted = 'Company'
  MATCH (n:Company) RETURN count(n) AS count
  UNION ALL
  WITH $label AS wanted WHERE wanted = 'Zone'
  MATCH (n:Zone) RETURN count(n) AS count
  UNION ALL
  WITH $label AS wanted WHERE wanted = 'Project'
  MATCH (n:Project) RETURN count(n) AS count
  UNION ALL
  WITH $label AS wanted WHERE wanted = 'Official'
  MATCH (n:Official) RETURN count(n) AS count
  UNION ALL
  WITH $label AS wanted WHERE wanted = 'Executive'
  MATCH (n:Executive) RETURN count(n) AS count
  UNION ALL
  WITH $label AS wanted WHERE wanted = 'Organization'
  MATCH (n:Organization) RETURN count(n) AS count
  UNION ALL
  WITH $label AS wanted WHERE wanted = 'Place'
  MATCH (n:Place) RETURN count(n) AS count
  UNION ALL
  WITH $label AS wanted WHERE wanted = 'Industry'
  MATCH (n:Industry) RETURN count(n) AS count
  UNION ALL
  WITH $label AS wanted WHERE wanted = 'Entity'
  MATCH (n:Entity) RETURN count(n) AS count
  UNION ALL
  WITH $label AS wanted WHERE wanted = 'Person'
  MATCH (n:Person) RETURN count(n) AS count
}
RETURN sum(count) AS count
