// Delete relationships LOCATED_IN. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH ()-[r:LOCATED_IN {id: id}]->()
DELETE r
