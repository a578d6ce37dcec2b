// Delete relationships of any type. Parameters: ids, a map from id to true: Grafeo has no index on relationships, and a look-up in
// a map is the quickest way to pick many in one pass. May be run again.
MATCH ()-[r]->()
WHERE $ids[r.id]
DELETE r
