// What articles name, and where. Parameters: keys (ids of articles). Columns: key, id, from, to, spans.
UNWIND $keys AS key
MATCH (a:Article {id: key})-[r:MENTIONS]->(n:Entity)
RETURN key, r.id AS id, a.id AS from, n.id AS to, r.spans AS spans
