// Write nodes :Entity:Place. Parameters: rows, a list of {id, properties, confidence, pageRank, x, y}, ids not repeated within it.
// Columns: written, a count. Properties become exactly the row's, those repeated beside them as floats. May be run again.
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
ON CREATE SET n = row.properties,
  n.confidence = toFloat(row.confidence),
  n.pageRank = toFloat(row.pageRank),
  n.x = toFloat(row.x),
  n.y = toFloat(row.y)
ON MATCH SET n = row.properties,
  n.confidence = toFloat(row.confidence),
  n.pageRank = toFloat(row.pageRank),
  n.x = toFloat(row.x),
  n.y = toFloat(row.y)
SET n:Place
REMOVE n:Person:Company:Zone:Project:Official:Executive:Organization:Industry
RETURN count(*) AS written
