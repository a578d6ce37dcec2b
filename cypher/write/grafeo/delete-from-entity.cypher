// Delete a few relationships that begin at :Entity. Parameters: rows, a list of {id, from}. Grafeo has no index on relationships,
// and going through those of one node is far quicker than through all. May be run again.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})-[r]->()
WHERE r.id = row.id
DELETE r
