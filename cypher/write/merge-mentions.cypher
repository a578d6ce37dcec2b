// Write relationships (:Article)-[:MENTIONS]->(:Entity). Parameters: rows, a list of {id, from, to, and the properties below}.
// Columns: written, a count; less than the rows when an end is missing. A property that a row lacks is taken away. May be run again.
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:MENTIONS {id: row.id}]->(b)
SET r.spans = row.spans,
  r.count = row.count
RETURN count(*) AS written
