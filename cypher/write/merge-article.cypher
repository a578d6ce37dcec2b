// Write nodes :Article. Parameters: rows, a list of {id, properties}, ids not repeated within it.
// Columns: written, a count. Properties become exactly the row's. May be run again.
UNWIND $rows AS row
MERGE (n:Article {id: row.id})
ON CREATE SET n = row.properties
ON MATCH SET n = row.properties
RETURN count(*) AS written
