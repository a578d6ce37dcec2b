// The entities that articles name or state something of. Parameters: articles (ids). Columns: id.
CALL () {
  UNWIND $articles AS article
  MATCH (:Article {id: article})-[:MENTIONS]->(n:Entity)
  RETURN n
  UNION
  MATCH (n:Entity)-[:HAS_FACT]->(fact:Fact)
  WHERE fact.article IN $articles
  RETURN n
}
RETURN n.id AS id
