// Delete nodes :Fact with what hangs on them. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH (n:Fact {id: id})
DETACH DELETE n
