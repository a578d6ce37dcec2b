"""The whole way over Spark: articles as JSON Lines in, import files for Neo4j and CSV out. See README.md beside this file."""

import argparse
import shlex
import shutil
import sys
import traceback
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

import check
import components
import documents
import engine
import measures
import records
import report
import resolution
import stories
import tables


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__)
    parser.add_argument("input", nargs="+", help="files or folders of JSON Lines: articles, or results of `yuantu extract -`")
    parser.add_argument("--out", required=True, type=Path, help="a folder that the driver and all workers see; it must not exist")
    parser.add_argument("--source", default="news", help="the source of the articles (default: news)")
    parser.add_argument("--partitions", type=int, default=4, help="into how many parts everything is cut (default: 4)")
    parser.add_argument("--dump", action="store_true", help="also dump.jsonl, equal to that of `yuantu dump` but for positions and measures")
    parser.add_argument("--judgements", type=Path, help="the log of judgements, where all workers see it")
    parser.add_argument("--yuantu", default="yuantu", help="the command, as every worker calls it (default: yuantu)")
    parser.add_argument("--driver-edges", type=int, default=components.DRIVER_EDGES, help=f"up to so many edges components are found by the driver (default: {components.DRIVER_EDGES})")
    parser.add_argument("--check", type=int, default=200, help="compare so many articles with one process (default: 200; 0: none)")
    parser.add_argument("--most-names", type=int, default=report.MOST_NAMES, help=f"raise an alarm on a component of more names (default: {report.MOST_NAMES})")
    parser.add_argument("--keep", action="store_true", help="keep what the stages wrote, in OUT/work")
    return parser.parse_args()


def build(spread: engine.Engine, results: DataFrame, told: report.Report, driver_edges: int) -> DataFrame:
    """Records of the graph as lines, from what documents say."""
    views, articles = documents.views(spread, results, told)
    retold = stories.find(spread, articles, told, driver_edges)
    resolved = resolution.resolve(spread, views, retold, told, driver_edges)
    return records.write(spread, results, retold, resolved, told)


def main() -> int:
    given = arguments()
    if given.out.exists():
        print(f"build.py: {given.out} is there already; give a new folder", file=sys.stderr)
        return 2
    builder = SparkSession.builder.appName("yuantu").config("spark.sql.shuffle.partitions", given.partitions)
    spark = builder.config(map={"spark.ui.showConsoleProgress": "false", **measures.SETTINGS}).getOrCreate()
    command = shlex.split(given.yuantu)
    if given.judgements is not None:
        command += ["--judgements", str(given.judgements)]
    spread = engine.Engine(spark, command, given.out.resolve() / "work", given.partitions, given.source)
    told = report.Report(given.partitions, given.most_names)
    try:
        results = documents.read(spread, given.input, documents.judged_articles(given.judgements), told)
        graph = build(spread, results, told, given.driver_edges)
        tables.write(spread, graph, given.out, told)
        if given.dump:
            records.dump(spread, graph, given.out / "dump.jsonl")
        if given.check > 0:
            check.compare(spread, results, given.check, build, told)
        told.engine = measures.of(spark)
    except engine.Refused as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 2
    except Exception:
        # Python itself would end with 1, which here says that something was made.
        traceback.print_exc()
        return 2
    finally:
        told.write(given.out / "report.json")
        spark.stop()
    if not given.keep:
        shutil.rmtree(spread.work)
    told.tell()
    return 1 if told.alarms or told.set_aside else 0


if __name__ == "__main__":
    sys.exit(main())
