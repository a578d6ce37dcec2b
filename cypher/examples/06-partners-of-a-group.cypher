// 企业的子公司在哪里，与谁合作
// Subsidiaries of a company, where they are, and their partners
// Parameters: {}
MATCH (parent:Company)<-[:SUBSIDIARY_OF]-(child:Company)
OPTIONAL MATCH (child)-[:LOCATED_IN]->(place:Entity)
WITH parent, child, place ORDER BY place.name
WITH parent, child, collect(DISTINCT place.name) AS places
OPTIONAL MATCH (child)-[:PARTNERS_WITH]-(partner:Entity)
WITH parent, child, places, partner ORDER BY partner.name
RETURN parent.name AS parent, child.name AS subsidiary, places, collect(DISTINCT partner.name) AS partners
ORDER BY parent, subsidiary
