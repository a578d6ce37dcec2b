// When and where every article was published. Columns: id, published, outlet.
MATCH (n:Article)
RETURN n.id AS id, n.published AS published, n.outlet AS outlet
