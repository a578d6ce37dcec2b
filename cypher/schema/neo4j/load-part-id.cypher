// The parts of a load under way, found by number. May be run again.
CREATE CONSTRAINT yuantu_load_part_id IF NOT EXISTS FOR (n:YuantuLoadPart) REQUIRE n.id IS UNIQUE
