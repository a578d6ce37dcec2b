// Grafeo's constraint has no index of its own: without this one every MERGE reads all nodes. May be run again.
CREATE INDEX article_index IF NOT EXISTS FOR (n:Article) ON (n.id)
