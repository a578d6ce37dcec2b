// Our ids of nodes that Neo4j knows by element ids. Parameters: ids. Columns: element, id.
MATCH (n)
WHERE elementId(n) IN $ids
RETURN elementId(n) AS element, coalesce(toString(n.id), elementId(n)) AS id
