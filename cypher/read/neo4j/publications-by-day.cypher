// When and where every article of a day and before was published. Parameters: day (as exact as it is known). Columns: id, published, outlet.
MATCH (n:Article)
WHERE left(n.published, size($day)) <= left($day, size(n.published))
RETURN n.id AS id, n.published AS published, n.outlet AS outlet
