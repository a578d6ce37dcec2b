// The articles of a story. May be run again.
CREATE INDEX article_story IF NOT EXISTS FOR (n:Article) ON (n.story)
