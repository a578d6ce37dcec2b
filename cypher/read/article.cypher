// One article and the entities that it names. Parameters: id. Columns: article; mentions, a list of {entity, spans}.
MATCH (article:Article {id: $id})
OPTIONAL MATCH (article)-[m:MENTIONS]->(entity:Entity)
WITH article, m, entity ORDER BY entity.id
RETURN article, [one IN collect({entity: entity, spans: m.spans}) WHERE one.entity IS NOT NULL] AS mentions
