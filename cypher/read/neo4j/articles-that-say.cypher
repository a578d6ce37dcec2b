// The articles whose texts hold all that is asked for, the newest first. Parameters: question (Lucene's query syntax), most. Columns: id.
CALL db.index.fulltext.queryNodes('texts', $question) YIELD node
RETURN node.id AS id
ORDER BY node.published DESC, id
LIMIT toInteger($most)
