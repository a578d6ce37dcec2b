// How many there are that may answer a question. Parameters: question (Lucene's query syntax). Columns: count.
CALL db.index.fulltext.queryNodes('search', $question) YIELD node
RETURN count(node) AS count
