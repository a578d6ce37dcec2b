"""Connected components of a graph whose vertices are 64-bit numbers: each gets the least number of its component.

Up to some millions of edges one process is quickest. Beyond, alternating large-star and small-star, a round of which is two joins,
each round written to Parquet. Source: Kiveris et al., Connected Components in MapReduce and Beyond (2014).
"""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from engine import Engine

DRIVER_EDGES = 2_000_000


def find(engine: Engine, edges: DataFrame, name: str, driver_edges: int = DRIVER_EDGES) -> DataFrame:
    """`vertex`, `component` of every vertex that has an edge, from edges `a`, `b`."""
    plain = edges.where("a <> b").select(F.greatest("a", "b").alias("u"), F.least("a", "b").alias("v")).distinct()
    if driver_edges > 0:
        few = plain.limit(driver_edges + 1).collect()
        if len(few) <= driver_edges:
            return by_driver(engine, few, name)
    return by_stars(engine, plain, name)


def by_driver(engine: Engine, edges: list, name: str) -> DataFrame:
    parent: dict[int, int] = {}

    def root(at: int) -> int:
        while (up := parent.setdefault(at, at)) != at:
            parent[at] = at = parent[up]
        return at

    for u, v in edges:
        a, b = root(u), root(v)
        parent[max(a, b)] = min(a, b)
    file = engine.work / f"{name}-components.csv"
    with file.open("w", encoding="ascii") as out:
        out.writelines(f"{vertex},{root(vertex)}\n" for vertex in list(parent))
    return engine.spark.read.csv(str(file), schema="vertex LONG, component LONG")


def by_stars(engine: Engine, edges: DataFrame, name: str) -> DataFrame:
    before = None
    turn = 0
    while True:
        edges = engine.kept(small_star(large_star(edges)), f"{name}-round-{turn}")
        now = edges.agg(F.count("*"), F.sum(F.xxhash64("u", "v").cast("decimal(38,0)"))).first()
        if now == before:
            break
        before = now
        turn += 1
    # Each points to the least of its component now, which points to nothing.
    stars = edges.select(F.col("u").alias("vertex"), F.col("v").alias("component"))
    least = stars.select(F.col("component").alias("vertex"), "component").distinct()
    return engine.kept(stars.union(least), f"{name}-components")


def large_star(edges: DataFrame) -> DataFrame:
    """Ties every larger neighbour of a vertex to the least of its neighbours and itself."""
    both = edges.union(edges.select(F.col("v").alias("u"), F.col("u").alias("v")))
    least = both.groupBy("u").agg(F.least(F.min("v"), F.col("u")).alias("m"))
    joined = both.join(least, "u").where("v > u").select(F.col("v").alias("u"), F.col("m").alias("v"))
    return joined.distinct()


def small_star(edges: DataFrame) -> DataFrame:
    """Ties every vertex, and its smaller neighbours, to the least of them."""
    down = edges.select(F.greatest("u", "v").alias("u"), F.least("u", "v").alias("v"))
    least = down.groupBy("u").agg(F.min("v").alias("m"))
    joined = down.join(least, "u").where("v <> m").select(F.col("v").alias("u"), F.col("m").alias("v"))
    return joined.union(least.select("u", F.col("m").alias("v"))).distinct()
