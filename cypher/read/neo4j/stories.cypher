// The articles of stories, without their text. Parameters: keys (stories). Columns: key, id, labels, properties.
UNWIND $keys AS key
MATCH (n:Article {story: key})
RETURN key, n.id AS id, labels(n) AS labels, n {.source, .title, .published, .outlet, .author, .url, .story, .hash, .given} AS properties
