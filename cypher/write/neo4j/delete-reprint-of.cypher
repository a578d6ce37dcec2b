// Delete relationships REPRINT_OF. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH ()-[r:REPRINT_OF {id: id}]->()
DELETE r
