// A sign of life of the load with this token. Parameters: token, lease. Columns: ours, 0 when another process has taken over.
MATCH (l:YuantuLoad {id: 'load', token: $token})
SET l.lease = timestamp() + $lease
RETURN count(l) AS ours
