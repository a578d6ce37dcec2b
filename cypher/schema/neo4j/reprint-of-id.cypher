// One relationship REPRINT_OF an id. May be run again.
CREATE CONSTRAINT reprint_of_id IF NOT EXISTS FOR ()-[r:REPRINT_OF]-() REQUIRE r.id IS UNIQUE
