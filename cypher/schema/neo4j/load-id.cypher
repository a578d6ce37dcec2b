// One load at a time: the ledger of a load under way. May be run again.
CREATE CONSTRAINT yuantu_load_id IF NOT EXISTS FOR (n:YuantuLoad) REQUIRE n.id IS UNIQUE
