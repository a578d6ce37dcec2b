// The load under way, if there is one. Columns: token, status, holder, alive, parts.
MATCH (l:YuantuLoad {id: 'load'})
RETURN l.token AS token, l.status AS status, l.holder AS holder, l.lease > timestamp() AS alive, l.parts AS parts
