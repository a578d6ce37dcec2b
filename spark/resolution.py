"""Names → things: kinds after kinds, each component by our command, with the judgements of a build by one process."""

from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

import components
from engine import Engine, with_of
from report import Report

# As ROUNDS in src/collect/spread/names.ts: what a name stands beside belongs to a round before.
ROUNDS = [["Place", "Industry", "Zone"], ["Company", "Organization"], ["Project"], ["Person"]]


@dataclass
class Resolved:
    """Lines by `of`: which thing each name of a document is, and what each thing is."""

    owners: DataFrame
    entities: DataFrame


def resolve(engine: Engine, views: DataFrame, stories: DataFrame, report: Report, driver_edges: int) -> Resolved:
    owners: list[DataFrame] = []
    entities: list[DataFrame] = []
    head = None
    for number, kinds in enumerate(ROUNDS):
        name = f"round-{number}"
        with report.stage(f"resolve {' '.join(kinds)}"):
            documents = engine.grouped(views, stories, *owners, *(listed(engine) if number == 0 else []))
            told = engine.pipe(documents, f"{name}-names", "forms ARRAY<STRING>", "names", "-", "--kinds", *kinds, head=head)
            found, common = components_of(engine, told, name, report, driver_edges)
            answers = engine.pipe(engine.grouped(found), f"{name}-things", ANSWER, "resolve", "-", head={"common": common})
            owners.append(answers.where(F.col("owner").isNotNull()).select("of", "line"))
            entities.append(answers.where(F.col("entity").isNotNull()).select("of", "line"))
            report.components(answers)
        if number == 0:
            with report.stage("zones in zones"):
                head = {"above": lies_in(engine, views, owners[0])}
    return Resolved(union(owners), union(entities))


ANSWER = (
    "of STRING, owner STRING, entity STRUCT<id: STRING>, "
    "component STRING, kind STRING, names LONG, references LONG, pairs LONG, seconds DOUBLE"
)


def listed(engine: Engine) -> list[DataFrame]:
    """A line that asks for the rows of the public lists, whose names tie others together."""
    return [engine.spark.range(1).select(F.lit("").alias("of"), F.lit('{"of":"","listed":true}').alias("line"))]


# As TOO_COMMON in src/resolve/cluster.ts: a form that more go by joins none of them.
TOO_COMMON = 40


def components_of(
    engine: Engine, told: DataFrame, name: str, report: Report, driver_edges: int
) -> tuple[DataFrame, list[str]]:
    """The references, each in the group of those that forms lead to, and the forms that lead nowhere since too many go by them.

    Two forms of one number would only be looked at together.
    """
    forms = told.select("line", F.xxhash64(F.col("forms")[0]).alias("vertex"), "forms")
    other = F.explode(F.slice("forms", 2, 2**31 - 1))
    met = engine.kept(forms.select(F.col("vertex").alias("a"), other.alias("form")).distinct(), f"{name}-met")
    owners = met.where(~F.col("form").contains("\tjudgement ")).groupBy("form").count()
    common = owners.where(F.col("count") > TOO_COMMON).select("form")
    telling = met.join(F.broadcast(common), "form", "left_anti").select("a", F.xxhash64("form").alias("b"))
    found = components.find(engine, telling, name, driver_edges)
    joined = forms.join(found, "vertex", "left").withColumn("of", F.coalesce("component", "vertex"))
    report.add("names", forms.count())
    lines = joined.select(F.col("of").cast("string").alias("of"), with_of(F.col("of"), F.col("line")).alias("line"))
    cut = [row["form"] for row in common.collect()]
    report.add("forms too common", len(cut))
    return lines, cut


def lies_in(engine: Engine, views: DataFrame, owners: DataFrame) -> list[list[str]]:
    """Which zone lies in what, as the whole collection tells: a table of as many rows as there are zones, not articles."""
    told = engine.pipe(engine.grouped(views, owners), "above", "above ARRAY<STRING>", "names", "-", "--zones")
    return [list(row["above"]) for row in told.select("above").distinct().collect()]


def union(frames: list[DataFrame]) -> DataFrame:
    all_of = frames[0]
    for frame in frames[1:]:
        all_of = all_of.union(frame)
    return all_of
