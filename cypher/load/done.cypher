// A part is done, and a sign of life of the load with this token. Parameters: number, token, lease. Columns: ours, 0 when another
// process has taken over. May be run again.
MATCH (l:YuantuLoad {id: 'load', token: $token})
SET l.lease = timestamp() + $lease
WITH l
OPTIONAL MATCH (p:YuantuLoadPart {id: $number})
DELETE p
RETURN count(l) AS ours
