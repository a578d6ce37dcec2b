// Entities with an alias that contains a text. Parameters: text, in lower case. Columns: id.
MATCH (n:Entity)
WHERE any(alias IN n.aliases WHERE toLower(alias) CONTAINS $text)
RETURN n.id AS id
