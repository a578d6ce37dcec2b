// The entities of a community, for the overview of a large graph. May be run again.
CREATE INDEX entity_community IF NOT EXISTS FOR (n:Entity) ON (n.community)
