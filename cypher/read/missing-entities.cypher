// Which of these ids no Entity has. Parameters: ids. Columns: id.
UNWIND $ids AS id
OPTIONAL MATCH (n:Entity {id: id})
WITH id, n
WHERE n IS NULL
RETURN id
