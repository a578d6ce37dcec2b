// One relationship HAS_FACT an id. May be run again.
CREATE CONSTRAINT has_fact_id IF NOT EXISTS FOR ()-[r:HAS_FACT]-() REQUIRE r.id IS UNIQUE
