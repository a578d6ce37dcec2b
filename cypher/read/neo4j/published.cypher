// When articles were published, each date once. Columns: published.
MATCH (n:Article)
WHERE n.published IS NOT NULL
RETURN DISTINCT n.published AS published
