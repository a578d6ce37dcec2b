// Write relationships (:Entity)-[:HOLDS_POST]->(:Entity). Parameters: rows, a list of {id, from, to, and the properties below}.
// Columns: written, a count; less than the rows when an end is missing. A property that a row lacks is taken away. May be run again.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:HOLDS_POST {id: row.id}]->(b)
SET r.articles = row.articles,
  r.spans = row.spans,
  r.quotes = row.quotes,
  r.rules = row.rules,
  r.count = row.count,
  r.stories = row.stories,
  r.confidence = toFloat(row.confidence),
  r.firstSeen = row.firstSeen,
  r.lastSeen = row.lastSeen,
  r.origin = row.origin,
  r.title = row.title,
  r.since = row.since,
  r.until = row.until,
  r.untilFrom = row.untilFrom
RETURN count(*) AS written
