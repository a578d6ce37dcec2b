// The relations that articles tell of. Parameters: articles (ids). Columns: id.
MATCH ()-[r:LOCATED_IN|PART_OF|INVESTS_IN|SUBSIDIARY_OF|PARTNERS_WITH|HOLDS_POST|IN_INDUSTRY]->()
WHERE any(article IN r.articles WHERE article IN $articles)
RETURN r.id AS id
