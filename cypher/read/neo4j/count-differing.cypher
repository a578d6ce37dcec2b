// How many numbers there are on which articles differ, as in `differing`. Parameters: measures (names of figures). Columns: count.
MATCH (n:Entity)
CALL (n) {
  MATCH (n)-[:HAS_FACT]->(f:Fact)
  WHERE f.value IS NOT NULL AND coalesce(f.currency, '') = ''
  MATCH (a:Article {id: f.article})
  WITH f.name AS name,
    CASE WHEN f.name IN $measures THEN f.period END AS period,
    CASE WHEN f.name IN $measures THEN f.product END AS product,
    CASE WHEN f.name IN $measures THEN f.planned END AS planned,
    count(DISTINCT CASE WHEN f.value IS :: FLOAT OR f.value IS :: INTEGER THEN f.value END) AS values,
    count(DISTINCT a.id) AS articles
  WHERE values > 1 AND articles > 1
  RETURN name
}
RETURN count(name) AS count
