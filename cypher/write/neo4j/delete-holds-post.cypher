// Delete relationships HOLDS_POST. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH ()-[r:HOLDS_POST {id: id}]->()
DELETE r
