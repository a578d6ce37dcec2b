// One relationship IN_INDUSTRY an id. May be run again.
CREATE CONSTRAINT in_industry_id IF NOT EXISTS FOR ()-[r:IN_INDUSTRY]-() REQUIRE r.id IS UNIQUE
