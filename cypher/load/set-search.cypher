// Let nodes be found by the search of the server. Parameters: rows, a list of {element, search, said}. May be run again.
UNWIND $rows AS row
MATCH (n) WHERE elementId(n) = row.element
SET n.search = row.search, n.said = row.said
