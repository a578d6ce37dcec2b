// 站在某一天看：到那天为止的报道里，项目到了哪一步
// As seen on a day: how far each project had come by the articles of that day and before
// Parameters: {"day": "2024-06-01"}
MATCH (p:Project)-[:HAS_FACT]->(f:Fact {name: 'status'})
MATCH (a:Article {id: f.article})
WHERE a.published <= $day
WITH p, a.id AS article, f.value AS status, coalesce(f.date, a.published) AS date, CASE f.value WHEN 'operating' THEN 0 WHEN 'topped_out' THEN 1 WHEN 'construction' THEN 2 WHEN 'signed' THEN 3 ELSE 4 END AS left
ORDER BY left, date DESC
WITH p, article, collect(status) AS states, collect(date) AS dates, min(left) AS left
WITH p, states[0] AS status, dates[0] AS date, left
ORDER BY date DESC, left
WITH p, collect(status) AS states, collect(date) AS dates
RETURN p.name AS project, states[0] AS status, dates[0] AS since
ORDER BY project, since, status
