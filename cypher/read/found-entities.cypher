// Which of these ids a Entity has. Parameters: ids. Columns: id.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id
