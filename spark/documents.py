"""Articles → what each says, and what resolution and stories need of it."""

import json
from pathlib import Path

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from engine import Engine, Refused, fields, with_of
from report import Report

SHOWN = 3


def read(engine: Engine, inputs: list[str], judged: list[str], report: Report) -> DataFrame:
    """What every document says, a line each, beside its id as `of`. Texts are read, results are taken as they are, but of what is judged."""
    with report.stage("extract"):
        given = engine.spark.read.text(inputs).select(F.trim("value").alias("line")).where("line <> ''")
        told = engine.kept(fields(given, "id STRING, extractor STRING"), "input")
        if told.where(F.col("id").isNull()).limit(1).count() > 0:
            raise Refused("a line has no id; parts of a collection need one of their own for each article")
        # What people judged of an article may change how it is read, or whether.
        is_read = F.col("extractor").isNotNull() & ~F.concat(F.lit(f"{engine.source}/"), "id").isin(judged)
        texts = told.where(~is_read).repartition(engine.partitions)
        count = texts.count()
        results = told.where(is_read).select("id", "line")
        if count > 0:
            answers = engine.pipe(texts, "extracted", "id STRING, withdrawn BOOLEAN", "extract", "-", "--judged", engine.source, codes=1)
            report.set_aside = count - answers.count()
            results = results.union(answers.where(F.col("withdrawn").isNull()).select("id", "line"))
        documents = results.select(F.concat(F.lit(f"{engine.source}/"), F.col("id")).alias("of"), "line")
        twice = documents.groupBy("of").count().where("count > 1").select("of").limit(SHOWN).collect()
        if twice:
            raise Refused(f"articles of one id: {', '.join(row['of'] for row in twice)}")
        report.count("articles", documents.count())
    return documents


def judged_articles(log: Path | None) -> list[str]:
    """The articles of which people said something. What of that stands, our command knows."""
    if log is None or not log.exists():
        return []
    said = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.strip() != ""]
    return sorted({one["article"] for one in said if one["say"] == "article"})


VIEW = "of STRING, article STRING, document STRING, published STRING, bands ARRAY<INT>, text STRING"


def views(engine: Engine, results: DataFrame, report: Report) -> tuple[DataFrame, DataFrame]:
    """The names of each document by themselves, by `of`; and its articles with the buckets in which they meet others."""
    with report.stage("names"):
        told = engine.pipe(results.repartition(engine.partitions), "views", VIEW, "names", "-", "--source", engine.source)
        articles = told.where(F.col("article").isNotNull()).drop("line", "of")
        return told.where(F.col("of").isNotNull()).select("of", "line"), articles


def lines_of(results: DataFrame) -> DataFrame:
    """The documents as lines of their groups."""
    return results.select("of", with_of(F.col("of"), F.col("line")).alias("line"))
