// Forget parts of a load that never started. Parameters: most. Columns: dropped, a count.
MATCH (p:YuantuLoadPart)
WITH p LIMIT $most
DELETE p
RETURN count(*) AS dropped
