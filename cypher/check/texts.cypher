// Whether the full-text index is the one that schema/neo4j/texts makes, and serves. Columns: fits.
SHOW FULLTEXT INDEXES YIELD name, state, labelsOrTypes, properties, options
WHERE name = 'texts'
RETURN state = 'ONLINE' AND labelsOrTypes = ['Article'] AND properties = ['said']
  AND options.indexConfig['fulltext.analyzer'] = 'cjk' AS fits
