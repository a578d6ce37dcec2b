// All parts are written down: from here on the load will be completed, whatever happens. Parameters: token, parts.
MATCH (l:YuantuLoad {id: 'load', token: $token})
SET l.status = 'writing', l.parts = $parts
