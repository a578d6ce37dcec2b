"""What Spark and our commands say to one another: JSON Lines, by pipe."""

import json
import shlex
from pathlib import Path

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F


class Refused(Exception):
    """The input is not what it should be."""


class Engine:
    """A Spark session, the command that every worker calls, and the folder in which each stage leaves what it made."""

    def __init__(self, spark: SparkSession, command: list[str], work: Path, partitions: int, source: str):
        self.spark = spark
        self.command = command
        self.work = work
        self.partitions = partitions
        self.source = source

    def beside(self, name: str, partitions: int) -> "Engine":
        """The same with a folder and partitions of its own."""
        return Engine(self.spark, self.command, self.work / name, partitions, self.source)

    def kept(self, frame: DataFrame, name: str) -> DataFrame:
        """The frame as it was written: no stage carries the history of those before it."""
        path = str(self.work / name)
        frame.write.parquet(path)
        return self.spark.read.parquet(path)

    def pipe(self, frame: DataFrame, name: str, schema: str, *words: str, head: dict | None = None, codes: int = 0) -> DataFrame:
        """Each partition's lines through a command of ours, and what it answers: the lines, with those of their fields that are asked for.

        The engine itself runs the command, so that no line passes a Python worker. `codes`: the highest exit that is no failure.
        """
        command = shlex.join([*self.command, *words])
        if head is not None:
            file = self.work / f"{name}-head.json"
            file.write_text(json.dumps({"head": head}, ensure_ascii=False) + "\n", encoding="utf-8")
            command = f"cat {shlex.quote(str(file))} - | {command}"
        if codes > 0:
            command = f"{command}; test $? -le {codes}"
        literal = command.replace("\\", "\\\\").replace("'", "\\'")
        frame.select("line").createOrReplaceTempView("given")
        told = self.spark.sql(f"SELECT TRANSFORM(line) USING '{literal}' AS (line STRING) FROM given")
        return self.kept(fields(told, schema), name)

    def grouped(self, *frames: DataFrame) -> DataFrame:
        """The lines of all frames, those with one `of` in one partition and side by side: a command holds one group at a time."""
        parts = [frame.select("of", "line") for frame in frames]
        union = parts[0]
        for part in parts[1:]:
            union = union.union(part)
        return union.repartition(self.partitions, "of").sortWithinPartitions("of")


def fields(frame: DataFrame, schema: str) -> DataFrame:
    """The fields of the lines that are asked for, beside the lines as they are."""
    return frame.select("line", F.from_json("line", schema).alias("told")).select("line", "told.*")


def with_of(of: Column, line: Column) -> Column:
    """A line that begins with its group."""
    start = F.to_json(F.struct(of.cast("string").alias("of")))
    return F.concat(F.regexp_replace(start, r"\}$", ","), F.substring(line, 2, 2**31 - 1))


def order(text: Column) -> Column:
    """The order that JavaScript gives texts: by UTF-16 units, not by characters."""
    return F.encode(text, "UTF-16BE")
