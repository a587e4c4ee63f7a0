"""Runs statements in Spark: reads one JSON request a line, answers one JSON line a request."""

import json
import sys

from pyspark.sql import SparkSession
from pyspark.sql.types import StringType, StructField, StructType

CORES = sys.argv[1] if len(sys.argv) > 1 else "2"
spark = (
    SparkSession.builder.master(f"local[{CORES}]")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.memory", "3g")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.sql.shuffle.partitions", "4")
    .config("spark.sql.ansi.enabled", "true")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")


def load(columns, file):
    names = [f"c{i}" for i in range(len(columns))]
    schema = StructType([StructField(name, StringType()) for name in names])
    spark.read.schema(schema).json(file).toDF(*columns).createOrReplaceTempView("crimes")


def answer(request):
    if request["do"] == "load":
        load(request["columns"], request["file"])
        return []
    if request["do"] == "set":
        spark.conf.set(request["name"], request["value"])
        return []
    frame = spark.sql(request["statement"].rstrip().rstrip(";"))
    if request["do"] == "plan":
        return frame._jdf.queryExecution().toString()
    text = [(name, name) for name in frame.columns]
    return [{name: None if row[i] is None else str(row[i]) for i, (name, _) in enumerate(text)} for row in frame.collect()]


print(json.dumps({"ready": spark.version}), flush=True)
for line in sys.stdin:
    try:
        reply = {"rows": answer(json.loads(line))}
    except Exception as error:
        reply = {"error": str(error)[:4000]}
    print(json.dumps(reply), flush=True)
