// What of each document an article is. Columns: id, source, hash.
MATCH (n:Article)
RETURN n.id AS id, n.source AS source, n.hash AS hash
