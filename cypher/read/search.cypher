// Entities by name or alias. Parameters: text (Lucene's query syntax on Neo4j, plain words on Grafeo), limit. Columns: node, score.
CALL db.index.fulltext.queryNodes('names', $text) YIELD node, score
RETURN node, score ORDER BY score DESC, node.mentions DESC, node.id LIMIT $limit
