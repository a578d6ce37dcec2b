// How many relations are doubtful. Parameters: likely (the least confidence of what is not). Columns: count.
MATCH ()-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]->()
WHERE r.confidence < $likely
RETURN count(r) AS count
