"""Records → import files for `neo4j-admin`, one set a partition, and CSV for the Spark Connector."""

from pathlib import Path

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from engine import Engine
from report import Report


def write(engine: Engine, graph: DataFrame, out: Path, report: Report) -> None:
    with report.stage("tables"):
        counted = engine.pipe(graph, "columns", COLUMN, "relate", "-", "--columns")
        columns = [row.asDict() for row in counted.select("stem", "column", "kinds").distinct().collect()]
        # Relationships that end at one thing lie in one file: no two writers meet at a hub.
        hub = [F.col("from").isNotNull(), F.coalesce("to", "id")]
        sorted_by_hub = graph.repartitionByRange(engine.partitions, *hub).sortWithinPartitions(*hub, "id")
        told = engine.pipe(sorted_by_hub, "rows", ROW, "relate", "-", "--rows", head={"columns": columns})
        heads = {row["stem"]: row for row in told.where(F.col("header").isNotNull()).distinct().collect()}
        rows = told.where(F.col("row").isNotNull())
        write_import_files(engine, rows, heads, out / "neo4j-admin")
        for stem, head in sorted(heads.items()):
            cells = [F.expr(f"nullif(cells[{i}], '')").alias(name) for i, name in enumerate(head["names"])]
            table = rows.where(F.col("stem") == stem).select(*cells)
            table.write.csv(str(out / "csv" / stem), header=True, escape='"')


COLUMN = "stem STRING, column STRING, kinds LONG"
ROW = "stem STRING, row STRING, cells ARRAY<STRING>, header STRING, names ARRAY<STRING>"


def write_import_files(engine: Engine, rows: DataFrame, heads: dict, folder: Path) -> None:
    """A header and a file a partition of each table, and the call that takes them."""
    raw = engine.work / "tables"
    rows.select("stem", "row").write.partitionBy("stem").text(str(raw))
    folder.mkdir(parents=True)
    options = []
    for stem, head in sorted(heads.items()):
        header = folder / f"{stem}-header.csv"
        header.write_text(f"{head['header']}\n", encoding="utf-8")
        files = [header.name]
        for number, part in enumerate(sorted((raw / f"stem={stem}").glob("part-*"))):
            files.append(f"{stem}-{number}.csv")
            part.rename(folder / files[-1])
        kind = "nodes" if stem.startswith("nodes-") else "relationships"
        options.append(f"  --{kind}={','.join(files)}")
    call = " \\\n".join(["neo4j-admin database import full neo4j", *options])
    (folder / "README.txt").write_text(f"{call}\n", encoding="utf-8")
