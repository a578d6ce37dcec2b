// Delete relationships SUBSIDIARY_OF. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH ()-[r:SUBSIDIARY_OF {id: id}]->()
DELETE r
