// 一个园区的历年指标：产值、税收、企业数……，附原句
// A zone through the years: output, tax, firms, each with the words that say it
// Parameters: {"zone": "赣江新区"}
MATCH (z:Entity {name: $zone})-[:HAS_FACT]->(f:Fact)
WHERE f.unit IS NOT NULL
RETURN f.name AS measure, f.period AS period, f.value AS value, f.unit AS unit, f.growth AS growth, f.planned AS planned, f.quote AS words
ORDER BY measure, period, value, words
