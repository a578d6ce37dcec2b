// The entities that are known on a day, as they are now. Parameters: day (as exact as it is known), type (or null). Columns: id, labels, properties.
MATCH (n:Entity)
WHERE ($type IS NULL OR $type IN labels(n))
    AND (left(n.firstSeen, size($day)) <= left($day, size(n.firstSeen)) OR n.firstSeen IS NULL AND coalesce(n.stories, 0) = 0)
RETURN n.id AS id, labels(n) AS labels, n {.*, search: null} AS properties
