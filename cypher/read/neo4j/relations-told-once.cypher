// How many relations of each type articles tell, and how many of them one story alone. Columns: type, total, once.
MATCH (:Entity)-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]->(:Entity)
WHERE size(r.articles) > 0
RETURN type(r) AS type, count(r) AS total, sum(CASE r.stories WHEN 1 THEN 1 ELSE 0 END) AS once
