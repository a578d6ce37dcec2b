// The load is over. Parameters: token. May be run again.
MATCH (l:YuantuLoad {id: 'load', token: $token})
DELETE l
