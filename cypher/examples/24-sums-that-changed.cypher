// 投资额变了的项目：先后说过的数，是增是减
// Projects whose sum changed: what was told one after the other, and whether they grew or shrank
// Parameters: {}
MATCH (p:Project)-[:HAS_FACT]->(f:Fact {name: 'investment'})
WHERE f.value IS NOT NULL AND f.currency IS NULL
MATCH (a:Article {id: f.article})
WITH p, f.value AS yuan, min(a.published) AS told
ORDER BY told, yuan
WITH p, collect(yuan) AS sums, collect(told) AS days
WHERE size(sums) > 1
RETURN p.name AS project, sums, days, CASE WHEN sums[size(sums) - 1] > sums[0] THEN 'grew' ELSE 'shrank' END AS change
ORDER BY project, sums
