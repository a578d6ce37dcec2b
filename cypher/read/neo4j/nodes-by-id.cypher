// Nodes by their ids, articles without their text. Parameters: keys. Columns: key, id, labels, properties.
UNWIND $keys AS key
CALL (key) {
  MATCH (n:Entity {id: key}) RETURN n, n {.*, search: null} AS properties
  UNION ALL
  MATCH (n:Article {id: key}) RETURN n, n {.source, .title, .published, .outlet, .author, .url, .story, .hash, .given} AS properties
  UNION ALL
  MATCH (n:Fact {id: key}) RETURN n, n {.*, search: null} AS properties
}
RETURN key, n.id AS id, labels(n) AS labels, properties
