// Write relationships (:Article)-[:REPRINT_OF]->(:Article). Parameters: rows, a list of {id, from, to}.
// Columns: written, a count; less than the rows when an end is missing. A property that a row lacks is taken away. May be run again.
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:REPRINT_OF {id: row.id}]->(b)
RETURN count(*) AS written
