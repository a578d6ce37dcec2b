// Which of these ids a Article has. Parameters: ids. Columns: id.
UNWIND $ids AS id
MATCH (n:Article {id: id})
RETURN id
