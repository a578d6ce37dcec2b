// The facts of an entity, the newest first. Parameters: id. Columns: fact.
MATCH (:Entity {id: $id})-[:HAS_FACT]->(fact:Fact)
RETURN fact ORDER BY fact.name, coalesce(fact.date, '') DESC, fact.id
