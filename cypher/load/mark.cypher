// Nothing but a transaction, whose bookmark tells what was written before it. Columns: one.
RETURN 1 AS one
