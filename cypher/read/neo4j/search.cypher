// What may answer a question, the likeliest first. Parameters: question (Lucene's query syntax), most.
// Columns: id, labels, properties (what it goes by), count (relations of an entity, names in an article).
CALL db.index.fulltext.queryNodes('search', $question, {limit: $most}) YIELD node
RETURN node.id AS id, labels(node) AS labels, node {.type, .name, .aliases, .title} AS properties,
  CASE WHEN node:Article THEN COUNT { (node)-[:MENTIONS]->() } ELSE COUNT { (node)-[:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]-() } END AS count
