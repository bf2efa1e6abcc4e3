"""Analyses JSON-lines articles with Spark: spark-submit analyse.py PIPELINE ARTICLES OUT [DICTUM]."""

import sys

from dictum_spark import analyse, errors, quotes, stances
from pyspark.sql import SparkSession

pipeline, source, out, *dictum = sys.argv[1:]
spark = SparkSession.builder.appName("dictum").getOrCreate()
reports = analyse(spark.read.json(source), pipeline, *dictum).cache()
reports.write.mode("overwrite").parquet(f"{out}/reports")
quotes(reports).write.mode("overwrite").parquet(f"{out}/quotes")
stances(reports).write.mode("overwrite").parquet(f"{out}/stances")
errors(reports).write.mode("overwrite").parquet(f"{out}/errors")
spark.stop()
