// Which of these ids a Fact has. Parameters: ids. Columns: id.
UNWIND $ids AS id
MATCH (n:Fact {id: id})
RETURN id
