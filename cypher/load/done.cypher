// A part is done. Parameters: number. May be run again.
MATCH (p:YuantuLoadPart {id: $number})
DELETE p
