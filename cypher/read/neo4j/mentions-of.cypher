// Where articles name entities. Parameters: keys (ids of entities). Columns: key, id, from, to, spans.
UNWIND $keys AS key
MATCH (a:Article)-[r:MENTIONS]->(n:Entity {id: key})
RETURN key, r.id AS id, a.id AS from, n.id AS to, r.spans AS spans
