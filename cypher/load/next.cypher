// The part to do next. Columns: number, work; no row when all are done.
MATCH (p:YuantuLoadPart)
WITH min(p.id) AS number
MATCH (p:YuantuLoadPart {id: number})
RETURN number, p.work AS work
