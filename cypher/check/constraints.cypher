// The constraints that there are. Columns: name.
SHOW CONSTRAINTS YIELD name RETURN name
