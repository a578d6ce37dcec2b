// The articles without their text, the newest first. Columns: id, source, title, published, outlet, author, url, story.
MATCH (n:Article)
RETURN n.id AS id, n.source AS source, n.title AS title, n.published AS published, n.outlet AS outlet,
  n.author AS author, n.url AS url, n.story AS story
ORDER BY coalesce(n.published, '') DESC, n.id
