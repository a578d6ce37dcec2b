// The texts of articles. Parameters: keys (ids). Columns: key, text.
UNWIND $keys AS key
MATCH (n:Article {id: key})
RETURN key, n.text AS text
