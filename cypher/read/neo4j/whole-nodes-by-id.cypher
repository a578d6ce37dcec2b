// Nodes by their ids, articles with their text. Parameters: keys. Columns: key, id, labels, properties.
UNWIND $keys AS key
CALL (key) {
  MATCH (n:Entity {id: key}) RETURN n
  UNION ALL
  MATCH (n:Article {id: key}) RETURN n
  UNION ALL
  MATCH (n:Fact {id: key}) RETURN n
}
RETURN key, n.id AS id, labels(n) AS labels, n {.*, search: null, said: null} AS properties
