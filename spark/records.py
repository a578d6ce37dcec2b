"""Documents and their things → the records of the graph."""

import shutil
from pathlib import Path

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from documents import lines_of
from engine import Engine, fields, order
from report import Report
from resolution import Resolved

RECORD = "id STRING, from STRING, to STRING, type STRING, of STRING"


def write(engine: Engine, results: DataFrame, stories: DataFrame, resolved: Resolved, report: Report) -> DataFrame:
    """Each record as a line of a dump, with its `id`, and of a relationship `from`, `to` and `type`."""
    words = ["relate", "-", "--source", engine.source]
    with report.stage("relate documents"):
        documents = engine.grouped(lines_of(results), stories, resolved.owners)
        told = engine.pipe(documents, "told", RECORD, *words)
    with report.stage("relate things"):
        by_thing = engine.grouped(told.where(F.col("of").isNotNull()), resolved.entities)
        things = engine.pipe(by_thing, "things", RECORD, *words)
    with report.stage("relate places"):
        own = told.where(F.col("id").isNotNull()).union(things)
        places = engine.pipe(placed(resolved).coalesce(1), "places", RECORD, *words)
        # What articles say comes first: a list only fills in.
        added = places.join(own.join(F.broadcast(places.select("id")), "id").select("id"), "id", "left_anti")
        graph = engine.kept(own.unionByName(added).drop("of"), "records")
        report.count("nodes", graph.where(F.col("from").isNull()).count())
        report.count("relationships", graph.where(F.col("from").isNotNull()).count())
    return graph


def placed(resolved: Resolved) -> DataFrame:
    """The things that the list of divisions knows, no more than it has rows."""
    schema = "entity STRUCT<id: STRING, type: STRING, division: STRING, origin: STRING>"
    entities = fields(resolved.entities, schema).where(F.col("entity.division").isNotNull())
    line = F.to_json(F.struct(F.lit("placed").alias("of"), F.col("entity").alias("placed")))
    return entities.select(F.lit("placed").alias("of"), line.alias("line"))


def dump(engine: Engine, graph: DataFrame, file: Path) -> None:
    """The records in one file, nodes and then relationships, each by id: equal graphs are equal bytes."""
    ordered = graph.orderBy(F.col("from").isNotNull(), order(F.col("id")))
    folder = engine.work / "dump"
    ordered.select("line").write.text(str(folder))
    with file.open("wb") as out:
        for part in sorted(folder.glob("part-*")):
            with part.open("rb") as piece:
                shutil.copyfileobj(piece, out)
