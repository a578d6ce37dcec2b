// Which of these ids no Fact has. Parameters: ids. Columns: id.
UNWIND $ids AS id
OPTIONAL MATCH (n:Fact {id: id})
WITH id, n
WHERE n IS NULL
RETURN id
