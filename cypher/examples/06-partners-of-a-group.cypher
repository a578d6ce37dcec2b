// 企业的子公司，以及它们的合作方
// Subsidiaries of a company and their partners
// Parameters: {}
MATCH (parent:Company)<-[:SUBSIDIARY_OF]-(child:Company)
OPTIONAL MATCH (child)-[:PARTNERS_WITH]-(partner:Entity)
WITH parent, child, partner ORDER BY partner.name
RETURN parent.name AS parent, child.name AS child, collect(DISTINCT partner.name) AS partners
ORDER BY parent, child
