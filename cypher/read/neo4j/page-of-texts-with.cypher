// Articles whose texts hold a word, by id, page by page, with where they name anything. Parameters: after (or an empty text), word, limit.
// Columns: id, properties, spans (a list of each entity).
MATCH (n:Article)
WHERE n.id > $after AND n.text CONTAINS $word
WITH n ORDER BY n.id LIMIT $limit
RETURN n.id AS id, n {.title, .outlet, .published, .url, .text} AS properties,
  COLLECT { MATCH (n)-[r:MENTIONS]->(:Entity) RETURN coalesce(r.spans, []) } AS spans
ORDER BY id
