"""What a run did, how long that took, and what a person should look at."""

import contextlib
import json
import sys
import time
from pathlib import Path

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

# A component of more names than this is either a hub or a mistake.
MOST_NAMES = 200
SHOWN = 5


class Report:
    def __init__(self, partitions: int, most_names: int = MOST_NAMES):
        self.partitions = partitions
        self.most_names = most_names
        self.seconds: dict[str, float] = {}
        self.counts: dict[str, int] = {}
        self.largest: list[dict] = []
        self.alarms: list[str] = []
        self.set_aside = 0
        self.compared: str | None = None
        self.pair_seconds = 0.0
        self.engine: dict | None = None

    @contextlib.contextmanager
    def stage(self, name: str):
        start = time.monotonic()
        yield
        self.seconds[name] = round(time.monotonic() - start, 1)
        print(f"{name}: {self.seconds[name]} s", file=sys.stderr, flush=True)

    def count(self, what: str, number: int) -> None:
        self.counts[what] = number

    def add(self, what: str, number: int) -> None:
        self.counts[what] = self.counts.get(what, 0) + number

    def components(self, answers: DataFrame) -> None:
        """Takes in the components of a round, and raises an alarm on those of very many names."""
        each = answers.where(F.col("component").isNotNull()).select("kind", "component", "names", "references", "pairs", "seconds").cache()
        pairs, seconds = each.agg(F.sum("pairs"), F.sum("seconds")).first()
        self.add("pairs", pairs or 0)
        self.pair_seconds += seconds or 0
        self.add("components", each.count())
        for row in each.orderBy(F.desc("names"), "component").limit(SHOWN).collect():
            self.largest.append(row.asDict())
            if row["names"] > self.most_names:
                self.alarms.append(f"{row['kind']} component {row['component']} ties {row['names']} names together")
        each.unpersist()

    def write(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        pairs = self.counts.get("pairs", 0)
        told = {
            "partitions": self.partitions,
            "counts": self.counts,
            "setAside": self.set_aside,
            "seconds": self.seconds,
            # Of our command's time, over all workers: what Spark takes beside is in the stages.
            "resolveSeconds": round(self.pair_seconds, 1),
            "secondsPerMillionPairs": round(self.pair_seconds / pairs * 1e6, 1) if pairs else None,
            "largestComponents": sorted(self.largest, key=lambda one: -one["names"])[:SHOWN],
            "engine": self.engine,
            "comparedWithOneProcess": self.compared,
            "alarms": self.alarms,
        }
        file.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

    def tell(self) -> None:
        print(", ".join(f"{number} {what}" for what, number in self.counts.items()))
        for alarm in self.alarms:
            print(f"alarm: {alarm}", file=sys.stderr)
