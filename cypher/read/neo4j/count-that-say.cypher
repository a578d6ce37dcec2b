// How many articles have texts that hold all that is asked for. Parameters: question (Lucene's query syntax). Columns: count.
CALL db.index.fulltext.queryNodes('texts', $question) YIELD node
RETURN count(node) AS count
