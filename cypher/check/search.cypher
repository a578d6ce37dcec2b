// Whether the full-text index is the one that schema/neo4j/search makes, and serves. Columns: fits.
SHOW FULLTEXT INDEXES YIELD name, state, labelsOrTypes, properties, options
WHERE name = 'search'
RETURN state = 'ONLINE' AND size(labelsOrTypes) = 2 AND properties = ['search']
  AND options.indexConfig['fulltext.analyzer'] = 'whitespace' AS fits
