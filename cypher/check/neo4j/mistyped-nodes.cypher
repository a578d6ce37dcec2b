// Nodes with an integer where the schema has a float, or a float where it has an integer. Columns: id.
MATCH (n)
WHERE (n:Entity OR n:Article OR n:Fact) AND (
  n.mentions IS NOT :: INTEGER
  OR n.stories IS NOT :: INTEGER
  OR n.confidence IS NOT :: FLOAT
  OR n.community IS NOT :: INTEGER
  OR n.pageRank IS NOT :: FLOAT
  OR n.x IS NOT :: FLOAT
  OR n.y IS NOT :: FLOAT
  OR n.investment IS NOT :: INTEGER
  OR n.min IS NOT :: INTEGER
  OR n.max IS NOT :: INTEGER
  OR n.growth IS NOT :: FLOAT
)
RETURN n.id AS id
