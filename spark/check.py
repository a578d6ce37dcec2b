"""A sample of the articles built by Spark and by one process: the two dumps have to be equal bytes."""

import subprocess

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

import records
from engine import Engine
from report import Report


def compare(engine: Engine, results: DataFrame, size: int, build, report: Report) -> None:
    with report.stage("compare with one process"):
        own = engine.beside("check", 1)
        own.work.mkdir(parents=True)
        chosen = own.kept(results.orderBy(F.xxhash64("of"), "of").limit(size), "chosen")
        lines = [row["line"] for row in chosen.collect()]
        sample = own.work / "sample.jsonl"
        sample.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        # Every component by joins here: what the driver finds for many edges is then tried on some.
        graph = build(own, chosen, Report(report.partitions), 0)
        spread, single = own.work / "spread.jsonl", own.work / "single.jsonl"
        records.dump(own, graph, spread)
        store = ["--store", f"grafeo:{own.work / 'graph.grafeo'}"]
        run([*engine.command, "build", str(sample), "--source", engine.source, *store])
        run([*engine.command, "dump", str(single), *store])
        is_equal = spread.read_bytes() == single.read_bytes()
        report.compared = f"{len(lines)} articles: {'equal' if is_equal else 'not equal'}"
        if not is_equal:
            report.alarms.append(f"a sample of {len(lines)} articles is another graph when one process builds it")


def run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-2000:]}")
