// Delete relationships HAS_FACT. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH ()-[r:HAS_FACT {id: id}]->()
DELETE r
