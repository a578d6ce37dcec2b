// What tells of the graph: every article without its text. Columns: id, properties.
MATCH (n:Article)
RETURN n.id AS id, n {.source, .title, .published, .outlet, .author, .url, .story, .hash, .given} AS properties
