// The numbers on which articles differ most, with what they are of. A figure is of its period and product, planned or real.
// Parameters: measures (names of figures), limit. Columns: id, labels, properties (of the entity), matter.
MATCH (n:Entity)
CALL (n) {
  MATCH (n)-[r:HAS_FACT]->(f:Fact)
  WHERE f.value IS NOT NULL AND coalesce(f.currency, '') = ''
  MATCH (a:Article {id: f.article})
  WITH f, r.id AS link, a.id AS article, CASE WHEN f.value IS :: FLOAT OR f.value IS :: INTEGER THEN f.value END AS number
  ORDER BY link
  WITH f.name AS name,
    CASE WHEN f.name IN $measures THEN f.period END AS period,
    CASE WHEN f.name IN $measures THEN f.product END AS product,
    CASE WHEN f.name IN $measures THEN f.planned END AS planned,
    head(collect(f)) AS first, min(link) AS link, min(number) AS lowest, max(number) AS highest,
    count(DISTINCT number) AS values, count(DISTINCT article) AS articles
  WHERE values > 1 AND articles > 1
  RETURN link, values, {name: name, period: first.period, lowest: lowest, highest: highest, values: values, articles: articles} AS matter
}
WITH n, link, values, matter, CASE WHEN n.name <> '' THEN n.name ELSE n.id END AS called
ORDER BY values DESC, called, n.id, link LIMIT $limit
RETURN n.id AS id, labels(n) AS labels, n {.type, .name} AS properties, matter
