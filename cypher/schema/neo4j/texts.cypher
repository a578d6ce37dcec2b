// Full-text search of the server over the texts of articles, by pairs of signs. May be run again.
CREATE FULLTEXT INDEX texts IF NOT EXISTS FOR (n:Article) ON EACH [n.said]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}
