// How many values are stated under each name of a fact, and how many of them by one story alone. A figure is of its period and
// product, planned or real. Parameters: measures (names of figures). Columns: name, total, once.
MATCH (n:Entity)
CALL (n) {
  MATCH (n)-[:HAS_FACT]->(f:Fact)
  WHERE f.value IS NOT NULL AND coalesce(f.currency, '') = ''
  MATCH (a:Article {id: f.article})
  WITH f.name AS name, f.value AS value,
    CASE WHEN f.name IN $measures THEN f.period END AS period,
    CASE WHEN f.name IN $measures THEN f.product END AS product,
    CASE WHEN f.name IN $measures THEN f.planned END AS planned,
    count(DISTINCT CASE WHEN a.story <> '' THEN a.story ELSE a.id END) AS stories
  RETURN name, count(stories) AS total, sum(CASE stories WHEN 1 THEN 1 ELSE 0 END) AS once
}
RETURN name, sum(total) AS total, sum(once) AS once
