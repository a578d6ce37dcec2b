// Delete relationships MENTIONS. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH ()-[r:MENTIONS {id: id}]->()
DELETE r
