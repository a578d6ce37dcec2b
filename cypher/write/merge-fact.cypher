// Write nodes :Fact. Parameters: rows, a list of {id, properties, growth, confidence}, ids not repeated within it.
// Columns: written, a count. Properties become exactly the row's, those repeated beside them as floats. May be run again.
UNWIND $rows AS row
MERGE (n:Fact {id: row.id})
ON CREATE SET n = row.properties,
  n.growth = toFloat(row.growth),
  n.confidence = toFloat(row.confidence)
ON MATCH SET n = row.properties,
  n.growth = toFloat(row.growth),
  n.confidence = toFloat(row.confidence)
RETURN count(*) AS written
