// The entities of a name or an alias. Parameters: names. Columns: id, labels, properties (what each goes by).
MATCH (n:Entity)
WHERE coalesce(n.name, n.id) IN $names OR any(alias IN n.aliases WHERE alias IN $names)
RETURN n.id AS id, labels(n) AS labels, n {.type, .name, .aliases} AS properties
