"""Which articles are reprints of one another: MinHash in bands, compared in full by our command, then components."""

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F

import components
from engine import Engine, order
from report import Report

# In a bucket with more articles, only the first few by id are compared with all others: as FEW in src/resolve/reprint.ts.
FEW = 8


def find(engine: Engine, articles: DataFrame, report: Report, driver_edges: int) -> DataFrame:
    """The story of each article that is a reprint, as lines of its document."""
    with report.stage("stories"):
        filed = articles.select("article", order(F.col("article")).alias("at"), F.posexplode("bands").alias("band", "bucket"))
        place = F.row_number().over(Window.partitionBy("band", "bucket").orderBy("at"))
        placed = filed.withColumn("place", place).drop("at")
        first = placed.where(F.col("place") <= FEW).withColumnRenamed("article", "left").withColumnRenamed("place", "before")
        met = first.join(placed, ["band", "bucket"]).where("place > before")
        pairs = engine.kept(met.select("left", F.col("article").alias("right")).distinct(), "pairs")
        report.count("article pairs", pairs.count())
        sides = pairs.select(F.col("left").alias("of"), F.col("left").alias("article")).union(pairs.select("left", "right"))
        texts = sides.distinct().join(articles.select("article", "text"), "article")
        lines = texts.select("of", F.to_json(F.struct("of", "article", "text")).alias("line"))
        alike = engine.pipe(engine.grouped(lines), "alike", "alike ARRAY<STRING>", "resolve", "-")
        edges = alike.select(F.col("alike")[0].alias("left"), F.col("alike")[1].alias("right"))
        return engine.kept(stories_of(engine, edges, articles, report, driver_edges), "stories")


def stories_of(engine: Engine, edges: DataFrame, articles: DataFrame, report: Report, driver_edges: int) -> DataFrame:
    """To the earliest of its story, by date and then by id; what has no date comes last."""
    numbered = articles.select(
        F.xxhash64("article").alias("vertex"), "article", "document", F.coalesce("published", F.lit("~")).alias("date")
    )
    numbers = edges.select(F.xxhash64("left").alias("a"), F.xxhash64("right").alias("b"))
    found = components.find(engine, numbers, "stories", driver_edges)
    members = numbered.join(found, "vertex").withColumn("rank", F.struct("date", order(F.col("article")), "article"))
    if members.groupBy("vertex").count().where("count > 1").limit(1).count() > 0:
        raise RuntimeError("two articles have one number; their stories cannot be told apart")
    earliest = members.groupBy("component").agg(F.min("rank").alias("rank")).select("component", F.col("rank.article").alias("story"))
    told = members.join(earliest, "component").where("story <> article")
    report.count("reprints", told.count())
    line = F.to_json(F.struct(F.col("document").alias("of"), "article", "story"))
    return told.select(F.col("document").alias("of"), line.alias("line"))
