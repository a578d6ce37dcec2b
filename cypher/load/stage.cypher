// Write down a part of what is to be done. Parameters: number, work (JSON). May be run again.
MERGE (p:YuantuLoadPart {id: $number})
SET p.work = $work
