// Delete relationships IN_INDUSTRY. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH ()-[r:IN_INDUSTRY {id: id}]->()
DELETE r
