// 前后矛盾的日期：开工早于签约，投产早于开工
// Dates that contradict one another: begun before signed, running before begun
// Parameters: {}
MATCH (p:Project)
WHERE (p.startedOn < p.signedOn AND NOT p.signedOn STARTS WITH p.startedOn)
  OR (p.operatingOn < p.startedOn AND NOT p.startedOn STARTS WITH p.operatingOn)
  OR (p.operatingOn < p.signedOn AND NOT p.signedOn STARTS WITH p.operatingOn)
RETURN p.name AS project, p.signedOn AS signed, p.startedOn AS started, p.operatingOn AS operating
ORDER BY project, signed
