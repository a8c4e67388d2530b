"""Reads JSON Lines with `rapporteur pipe` under Spark: a record a line, lines in the order of the input within each part.

    spark-submit --files rapporteur deploy/engines/spark.py INPUT OUTPUT

INPUT and OUTPUT are whatever Spark reads and writes, folders of gzipped files too; --files brings the command, compiled ahead of time
(`dotnet publish`), to every executor. A line that cannot be read gives {"id", "error"} in its place and fails nothing; a command that
ends badly fails its task, and Spark tries that elsewhere.
"""

import sys

# Spark starts this for each part, without a shell of its own. Exit code 1 says that some lines could not be read, which is no failure.
# One thread each: Spark runs as many parts at once as it has cores.
COMMAND = "sh -c 'PATH=.:$PATH; rapporteur pipe --threads 1 || [ $? -eq 1 ]'"


def main(source, target):
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("rapporteur").getOrCreate()
    lines = spark.sparkContext.textFile(source)
    lines.pipe(COMMAND, checkCode=True).saveAsTextFile(target, "org.apache.hadoop.io.compress.GzipCodec")
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
