// The entities of a type. Parameters: type. Columns: id, labels, properties.
CALL () {
  WITH $type AS wanted WHERE wanted = 'Company'
  MATCH (n:Company) RETURN n
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'Zone'
  MATCH (n:Zone) RETURN n
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'Project'
  MATCH (n:Project) RETURN n
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'Official'
  MATCH (n:Official) RETURN n
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'Executive'
  MATCH (n:Executive) RETURN n
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'Organization'
  MATCH (n:Organization) RETURN n
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'Place'
  MATCH (n:Place) RETURN n
  UNION ALL
  WITH $type AS wanted WHERE wanted = 'Industry'
  MATCH (n:Industry) RETURN n
}
RETURN n.id AS id, labels(n) AS labels, n {.*, search: null} AS properties
