// Delete relationships PART_OF. Parameters: ids. Those that are gone already are passed over: may be run again.
UNWIND $ids AS id
MATCH ()-[r:PART_OF {id: id}]->()
DELETE r
