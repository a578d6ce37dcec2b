"""Extracts articles with Spark: spark.py ARTICLES.jsonl OUT COMMAND… Each partition goes through COMMAND, as `pipe` does it."""
import os
import sys

from pyspark.sql import SparkSession

# The workers run on the same Python as this.
os.environ["PYSPARK_PYTHON"] = sys.executable
articles, out, *command = sys.argv[1:]
spark = SparkSession.builder.master("local[2]").appName("yuantu").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
lines = spark.sparkContext.textFile(articles, minPartitions=4)
lines.pipe(" ".join(command)).saveAsTextFile(out)
print(lines.getNumPartitions(), "partitions")
spark.stop()
