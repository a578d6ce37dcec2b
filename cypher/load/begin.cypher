// Begin a load, unless there is one: the constraint lets only one transaction do this at a time. Parameters: token, holder,
// lease (milliseconds). Columns: ours, whether the load is the one with this token.
MERGE (l:YuantuLoad {id: 'load'})
ON CREATE SET l.token = $token, l.status = 'staging', l.holder = $holder, l.lease = timestamp() + $lease
RETURN l.token = $token AS ours
