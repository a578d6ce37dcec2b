// Write down parts of what is to be done. Parameters: parts, a list of {number, work (a batch as JSON, gzip, base64)}. May be run again.
UNWIND $parts AS part
MERGE (p:YuantuLoadPart {id: part.number})
SET p.work = part.work
