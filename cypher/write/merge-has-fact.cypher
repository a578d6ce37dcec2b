// Write relationships (:Entity)-[:HAS_FACT]->(:Fact). Parameters: rows, a list of {id, from, to}.
// Columns: written, a count; less than the rows when an end is missing. A property that a row lacks is taken away. May be run again.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Fact {id: row.to})
MERGE (a)-[r:HAS_FACT {id: row.id}]->(b)
RETURN count(*) AS written
