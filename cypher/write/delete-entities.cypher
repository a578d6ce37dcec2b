// Delete nodes :Entity with what hangs on them. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
DETACH DELETE n
