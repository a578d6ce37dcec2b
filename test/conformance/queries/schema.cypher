SHOW CONSTRAINTS YIELD name WHERE name = 'entity_id' RETURN name
// = ["entity_id"]
// embedded ! QUERY
// says: `SHOW … YIELD`; `SHOW INDEXES` and `SHOW CONSTRAINTS` alone are answered, in columns of each store's own · `SHOW … YIELD`；只有单独的 `SHOW INDEXES` 与 `SHOW CONSTRAINTS` 可用，列名各异

SHOW FUNCTIONS YIELD name WHERE name = 'toInteger' RETURN name
// = ["toInteger"]
// embedded ! QUERY
// says: `SHOW FUNCTIONS`, `SHOW PROCEDURES` · `SHOW FUNCTIONS`、`SHOW PROCEDURES`

CALL db.schema.visualization() YIELD nodes RETURN size(nodes) > 0 AS some
// = [true]
// embedded ! QUERY
// says: `db.schema.visualization()` · `db.schema.visualization()`
// instead: CALL db.labels() YIELD label RETURN count(label) > 0 AS some

CALL dbms.components() YIELD name RETURN count(name) > 0 AS some
// = [true]
// embedded ! QUERY
// says: `dbms.components()` · `dbms.components()`

CALL db.labels() YIELD label WHERE label = 'Company' RETURN label
// = ["Company"]
