// Nodes with an integer where the schema has a float, or a float where it has an integer. Columns: id.
MATCH (n)
WHERE (n:Entity OR n:Article OR n:Fact) AND (
  (2 * abs(n.mentions) + 1) / 2 > abs(n.mentions)
  OR (2 * abs(n.stories) + 1) / 2 > abs(n.stories)
  OR (2 * abs(n.confidence) + 1) / 2 = abs(n.confidence)
  OR (2 * abs(n.community) + 1) / 2 > abs(n.community)
  OR (2 * abs(n.pageRank) + 1) / 2 = abs(n.pageRank)
  OR (2 * abs(n.x) + 1) / 2 = abs(n.x)
  OR (2 * abs(n.y) + 1) / 2 = abs(n.y)
  OR (2 * abs(n.investment) + 1) / 2 > abs(n.investment)
  OR (2 * abs(n.min) + 1) / 2 > abs(n.min)
  OR (2 * abs(n.max) + 1) / 2 > abs(n.max)
  OR (2 * abs(n.growth) + 1) / 2 = abs(n.growth)
)
RETURN n.id AS id
