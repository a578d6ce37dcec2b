// Wait until every index serves. Parameters: seconds.
CALL db.awaitIndexes($seconds)
