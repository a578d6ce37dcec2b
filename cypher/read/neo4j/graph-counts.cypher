// How much there is. Columns: entities, relations, articles.
CALL () { MATCH (n:Entity) RETURN count(n) AS entities }
CALL () { MATCH (n:Article) RETURN count(n) AS articles }
CALL () {
  MATCH ()-[r:LOCATED_IN]->() RETURN count(r) AS found
  UNION ALL
  MATCH ()-[r:PART_OF]->() RETURN count(r) AS found
  UNION ALL
  MATCH ()-[r:INVESTS_IN]->() RETURN count(r) AS found
  UNION ALL
  MATCH ()-[r:SUBSIDIARY_OF]->() RETURN count(r) AS found
  UNION ALL
  MATCH ()-[r:PARTNERS_WITH]->() RETURN count(r) AS found
  UNION ALL
  MATCH ()-[r:HOLDS_POST]->() RETURN count(r) AS found
  UNION ALL
  MATCH ()-[r:IN_INDUSTRY]->() RETURN count(r) AS found
}
RETURN entities, sum(found) AS relations, articles
