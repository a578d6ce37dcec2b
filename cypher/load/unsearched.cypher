// Entities and articles that the search of the server does not find yet. Parameters: most. Columns: element, id, labels, properties.
MATCH (n:Entity|Article)
WHERE (n.search IS NULL OR n:Article AND n.said IS NULL) AND n.id IS NOT NULL
WITH n LIMIT $most
RETURN elementId(n) AS element, n.id AS id, labels(n) AS labels, n {.type, .name, .aliases, .title, .text} AS properties
