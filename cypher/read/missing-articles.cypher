// Which of these ids no Article has. Parameters: ids. Columns: id.
UNWIND $ids AS id
OPTIONAL MATCH (n:Article {id: id})
WITH id, n
WHERE n IS NULL
RETURN id
