#!/usr/bin/env python3
"""Tallies exports on an Apache Spark cluster: each partition reads whole files with the program
`undersigned`, and the tallies are merged in a tree, by the same program.

    spark-submit [Spark's options] Spark/tally.py --program ./undersigned --output all.tally INPUT... [-- OPTIONS]
    undersigned report all.tally

INPUT is whatever Hadoop's file systems read (a folder, a file, a glob; file:, hdfs:, s3a:, gs:, abfss:), CSV, JSON
and NDJSON, plain or gzip. OPTIONS go to `undersigned tally`, such as `--field organization=Verein`. The program must
run on the executors' kind of machine: a Linux build with the Swift library linked in statically does.

What holds: the report is the same, byte for byte, as of `undersigned report` of the same files on one machine. Spark
may run a task again, or twice at once; of each partition it takes one result. Were one merged twice all the same,
`undersigned` would say `counted-twice`: a tally knows its files by SHA-256. A file that can't be read ends the job
with the program's message, which holds no personal data, and so does a file without a byte.

What doesn't: people who sign twice are told apart within one partition only, so put the exports of one form into one
folder and say `--together`. More than 50,000 records are not read again to tell what other rules of reading would
count; fewer are on one machine, and here not. Notes on people who signed for several organizations come one a
partition. A `--field` must stand in some file of each partition. A file has to fit twice into the memory of an
executor, and is below 2 GB (Spark's largest array): split larger ones, or stay on one machine, which streams them.

Personal data: files lie in a folder of their own below Spark's local directory, readable by its user only, while the
program reads them; the folder goes with the task, failed or not, and what a killed process leaves goes with the
application, when Spark clears that directory. Nothing but tallies is sent between machines or to the driver.
"""

import argparse
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

from pyspark import SparkFiles
from pyspark.sql import SparkSession


def short_names(paths):
    """For each path the shortest end, in whole steps, that no other shares: what one machine calls it."""
    steps = {path: [step for step in path.partition(":")[2].split("/") if step] for path in paths}
    names, length = {}, 1
    while len(names) < len(steps):
        rest = [path for path in steps if path not in names]
        ends = collections.Counter(tuple(steps[path][-length:]) for path in rest)
        for path in rest:
            end = tuple(steps[path][-length:])
            if ends[end] == 1 or length >= len(steps[path]):
                names[path] = "/".join(end)
        length += 1
    return names


def run(program, arguments, given=b"", folder=None):
    """What the program writes to standard output; its message is the error when it fails."""
    done = subprocess.run([program, *arguments], input=given, capture_output=True, cwd=folder)
    if done.returncode != 0:
        message = done.stderr.decode(errors="replace").strip()
        raise RuntimeError(f"undersigned ended with {done.returncode}: {message}")
    return done.stdout


def tally_of_files(files, program, names, options):
    """The tally of a partition's files as a line of JSON; none of a partition without files."""
    local = os.environ.get("SPARK_LOCAL_DIRS", "").split(",")[0] or None
    folder = tempfile.mkdtemp(prefix="undersigned-", dir=local)
    try:
        written = []
        for file in files:
            path = os.path.join(folder, names[file.path])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as target:
                target.write(file.content)
            written.append(os.fsencode(names[file.path]))
        if written:
            arguments = ["tally", "--files-from", "-", "--full-paths", "--ndjson", "--output", "-", *options]
            yield run(SparkFiles.get(program), arguments, b"\0".join(written) + b"\0", folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def merged(program):
    """Merges two lines of JSON into one."""
    arguments = ["tally", "-", "--ndjson", "--output", "-"]
    return lambda left, right: run(SparkFiles.get(program), arguments, left + right)


def partitions(spark, files, paths, together):
    """Whole files: as many as fit into `spark.sql.files.maxPartitionBytes` together, or those of each folder."""
    if not together:
        return files.rdd
    folders = collections.defaultdict(list)
    for path in sorted(paths):
        folders[path.rpartition("/")[0]].append(path)
    parts = [binary_files(spark, [literal(path) for path in each]).coalesce(1).rdd for each in folders.values()]
    return spark.sparkContext.union(parts)


def plain(url):
    """A URL with one slash where there are several: Spark writes `file:/a` and `file:///a`."""
    return re.sub("/+", "/", url)


def literal(path):
    """A pattern that only this path fits."""
    return re.sub(r"([\\{}\[\]*?^])", r"\\\1", path)


def binary_files(spark, paths, glob=None):
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    if glob:
        reader = reader.option("pathGlobFilter", glob)
    return reader.load(paths).select("path", "content")


def main():
    own, _, options = (list(part) for part in split(sys.argv[1:], "--"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="folders, files or globs")
    parser.add_argument("--program", required=True, help="the program undersigned, on the driver")
    parser.add_argument("--output", required=True, help="where the merged tally goes, on the driver")
    parser.add_argument("--glob", help="which files of folders are exports, such as '*.csv'; default: all")
    parser.add_argument("--together", action="store_true", help="the files of a folder are one partition")
    arguments = parser.parse_args(own)

    spark = SparkSession.builder.appName("undersigned tally").getOrCreate()
    files = binary_files(spark, arguments.inputs, arguments.glob)
    paths = [row.path for row in files.select("path").collect()]
    names = short_names(paths)
    # Spark passes over files without a byte, which may be exports that were cut off.
    empty = sorted({plain(urllib.parse.unquote(url)) for url in files.inputFiles()} - set(map(plain, paths)))
    if empty or not paths:
        sys.exit(f"without a byte: {', '.join(empty[:6])}" if empty else "no files")
    if len(set(names.values())) < len(paths):
        sys.exit("a file is named twice, or two file systems have files of one path")

    context = spark.sparkContext
    context.addFile(os.path.abspath(arguments.program))
    program = os.path.basename(arguments.program)
    tallies = partitions(spark, files, paths, arguments.together).mapPartitions(
        lambda part: tally_of_files(part, program, names, options))
    total = tallies.treeReduce(merged(program))
    run(os.path.abspath(arguments.program), ["tally", "-", "--output", arguments.output], total)
    print(f"{len(paths)} files: {arguments.output}")
    spark.stop()


def split(words, mark):
    at = words.index(mark) if mark in words else len(words)
    return words[:at], words[at:at + 1], words[at + 1:]


if __name__ == "__main__":
    main()
