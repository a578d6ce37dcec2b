// Write down parts of what is to be done. Parameters: parts, a list of {number, work (JSON)}. May be run again.
UNWIND $parts AS part
MERGE (p:YuantuLoadPart {id: part.number})
SET p.work = part.work
