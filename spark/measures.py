"""What a run took of the engine, by the engine's own account: what was shuffled and spilled, and the memory of each worker."""

import json
import urllib.request

from pyspark.sql import SparkSession

# Memory of a worker's JVM and of the processes that it started, read every so many milliseconds.
SETTINGS = {"spark.executor.processTreeMetrics.enabled": "true", "spark.executor.metrics.pollingInterval": "2000"}


def of(spark: SparkSession) -> dict | None:
    """Bytes; none where the engine runs without its interface (`spark.ui.enabled`)."""
    context = spark.sparkContext
    if context.uiWebUrl is None:
        return None

    def ask(what: str) -> list[dict]:
        with urllib.request.urlopen(f"{context.uiWebUrl}/api/v1/applications/{context.applicationId}/{what}") as answer:
            return json.load(answer)

    stages = ask("stages")
    workers = [one["peakMemoryMetrics"] for one in ask("allexecutors") if "peakMemoryMetrics" in one]
    return {
        "shuffled": sum(stage["shuffleWriteBytes"] for stage in stages),
        "spilled": sum(stage["diskBytesSpilled"] for stage in stages),
        "workers": [
            {"jvm": one["ProcessTreeJVMRSSMemory"], "commands": one["ProcessTreeOtherRSSMemory"]} for one in workers
        ],
    }
