// Full-text search of the server over how entities and articles are called and spelt, by pairs of characters. May be run again.
CREATE FULLTEXT INDEX search IF NOT EXISTS FOR (n:Entity|Article) ON EACH [n.search]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
