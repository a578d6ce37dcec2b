// The first articles without a date, by id. Parameters: limit. Columns: id.
MATCH (n:Article)
WHERE coalesce(n.published, '') = ''
RETURN n.id AS id
ORDER BY id LIMIT $limit
