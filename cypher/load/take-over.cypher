// Go on with the load of a process that is gone. Parameters: old, token, holder, lease. Columns: ours, 0 when another was quicker.
MATCH (l:YuantuLoad {id: 'load', token: $old})
SET l.token = $token, l.holder = $holder, l.lease = timestamp() + $lease
RETURN count(l) AS ours
