// The entities of an id, a name or an alias, whatever its width, case and spaces. Parameters: forms (folded), spaces (signs that take no room).
// Columns: id, labels, properties (what each goes by).
MATCH (n:Entity)
WHERE any(form IN [n.id, n.name] + coalesce(n.aliases, []) WHERE reduce(folded = toLower(normalize(form, NFKC)), space IN $spaces | replace(folded, space, '')) IN $forms)
RETURN n.id AS id, labels(n) AS labels, n {.type, .name, .aliases} AS properties
