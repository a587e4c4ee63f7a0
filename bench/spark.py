"""Times the SQL in Spark: `spark.py DATA STATEMENT CORES`. DATA is a folder of Parquet files whose columns have the
canonical names, STATEMENT what `markercheck sql --dialect spark --table crimes` printed. Prints one JSON line: seconds
of the one job, the start of Spark left out, and a digest of the rows, by which runs are seen to agree."""

import hashlib
import json
import os
import sys
import time

from pyspark.sql import SparkSession

data, statement, cores = sys.argv[1:]
spark = (
    SparkSession.builder.master(f"local[{cores}]")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.memory", "3g")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.sql.shuffle.partitions", "4")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
records = spark.read.parquet(data)
records.createOrReplaceTempView("crimes")
ticks = os.sysconf("SC_CLK_TCK")


def cpu() -> float:
    """CPU seconds of the engine, which is the process below this one."""
    pid = spark.sparkContext._gateway.proc.pid
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / ticks


started, used = time.monotonic(), cpu()
rows = spark.sql(open(statement).read().rstrip().rstrip(";")).collect()
seconds, used = time.monotonic() - started, cpu() - used
digest = hashlib.sha256("\n".join(sorted(repr(tuple(row)) for row in rows)).encode()).hexdigest()
print(
    json.dumps(
        {"cores": cores, "partitions": records.rdd.getNumPartitions(), "wall": round(seconds, 1), "cpu": round(used, 1), "digest": digest[:12]}
    )
)
