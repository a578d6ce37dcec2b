// Relationships by their ids. Parameters: keys. Columns: key, id, type, from, to, properties.
UNWIND $keys AS key
CALL (key) {
  MATCH (a)-[r:LOCATED_IN {id: key}]->(b) RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:PART_OF {id: key}]->(b) RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:INVESTS_IN {id: key}]->(b) RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:SUBSIDIARY_OF {id: key}]->(b) RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:PARTNERS_WITH {id: key}]->(b) RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:HOLDS_POST {id: key}]->(b) RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:IN_INDUSTRY {id: key}]->(b) RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:MENTIONS {id: key}]->(b) RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:HAS_FACT {id: key}]->(b) RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:REPRINT_OF {id: key}]->(b) RETURN a, r, b
}
RETURN key, r.id AS id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
