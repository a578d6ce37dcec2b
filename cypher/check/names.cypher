// Whether the full-text index is the one that schema/neo4j/names makes, and serves. Columns: fits.
SHOW FULLTEXT INDEXES YIELD name, state, labelsOrTypes, properties, options
WHERE name = 'names'
RETURN state = 'ONLINE' AND labelsOrTypes = ['Entity'] AND properties = ['name', 'aliases']
  AND options.indexConfig['fulltext.analyzer'] = 'cjk' AS fits
