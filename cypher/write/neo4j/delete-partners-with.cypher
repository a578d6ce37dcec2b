// Delete relationships PARTNERS_WITH. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH ()-[r:PARTNERS_WITH {id: id}]->()
DELETE r
