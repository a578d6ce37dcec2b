// An entity with what it is joined to. Parameters: id.
// Columns: entity; neighbours, a list of {relationship, node}, articles and facts left out.
MATCH (entity:Entity {id: $id})
OPTIONAL MATCH (entity)-[r]-(other:Entity)
WITH entity, r, other ORDER BY type(r), other.id, r.id
RETURN entity, [one IN collect({relationship: r, node: other}) WHERE one.node IS NOT NULL] AS neighbours
