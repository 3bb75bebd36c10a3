#!/usr/bin/env python3
"""Counts the ledgers of many sites on Apache Spark and makes one report of them, in the bytes that one machine would give.

usage: spark-submit compliance.py --site DIR --to DAY [--from DAY] [--kind KIND] [--format FORMAT] [--out FILE]
                                  [--parts N] [--tallies FOLDER] [--hoso PATH] [--now TIME] NAME=FOLDER…

NAME=FOLDER names a ledger and says where its segments lie, as any Hadoop file system writes it: file:///srv/H34/ledger,
hdfs://…, s3a://…; segments are read plain (*.jsonl) or packed (*.jsonl.gz). Every worker needs hoso and, at the path --site,
the folder of one site, whose catalogue and calendars hold for the report; of its own ledger and its accounts nothing is read,
so config/accounts.tsv stays at home.

Each ledger's lines are keyed by dossier, those of no dossier by their own number, sorted into the ledger's order in --parts
parts, and piped through `hoso tally`; the partial sums are kept in --tallies where it is named, and go through
`hoso report --from-tallies` on the driver. A part that is lost with its worker is counted anew from the segments, which nobody
changes, so that nothing is counted twice. Prints the report, or writes it to --out.

DAY must be over, so that every worker counts as of the same moment; --now gives them all one clock instead.

Ask `hoso ledger verify` of each site first: a cluster does not look at the chain, and counts what stands in a torn last line.
"""

import argparse
import datetime
import json
import re
import shlex
import subprocess
import sys

from pyspark import StorageLevel
from pyspark.rdd import portable_hash
from pyspark.sql import SparkSession

# The head of a line as hoso writes it; what does not fit is read as JSON.
HEAD = re.compile(r'\{"n":(\d+),"at":"[^"\\]*"(?:,"claim":"[^"\\]*")?(?:,"dossier":"([^"\\]*)")?,"event":')


def keyed(line):
    """A line under its dossier and number; under its number alone where it belongs to none."""
    head = HEAD.match(line)
    if head:
        number, dossier = int(head[1]), head[2]
    else:
        entry = json.loads(line)
        number, dossier = entry["n"], entry.get("dossier")
    return (dossier or str(number), number), line


def tallies(context, name, folder, options):
    """The partial sums of one ledger, one JSON object a line."""
    lines = context.textFile(f"{folder.rstrip('/')}/*.jsonl*", options.parts)
    # All lines of a dossier come to one part, in their order; the parts are the pieces of work that a worker may lose.
    parts = lines.filter(lambda line: line).map(keyed).repartitionAndSortWithinPartitions(
        options.parts, lambda key: portable_hash(key[0]))
    command = hoso(options) + ["tally", "--ledger", name, "--to", options.to]
    return parts.values().pipe(shlex.join(command), checkCode=True)


def hoso(options):
    return [options.hoso, "--site", options.site] + (["--now", options.now] if options.now else [])


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    parser.add_argument("--site", required=True)
    parser.add_argument("--to", required=True)
    parser.add_argument("--kind", default="II.06a")
    parser.add_argument("--from", dest="first")
    parser.add_argument("--format", default="html")
    parser.add_argument("--parts", type=int, default=8)
    parser.add_argument("--tallies")
    parser.add_argument("--now")
    parser.add_argument("--hoso", default="hoso")
    parser.add_argument("--out")
    parser.add_argument("ledgers", nargs="+", metavar="NAME=FOLDER")
    options = parser.parse_args()
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).date()
    if not options.now and options.to >= today.isoformat():
        parser.error(f"--to {options.to} is not over: name a day that is, or a clock with --now")
    ledgers = dict(word.split("=", 1) for word in options.ledgers)

    spark = SparkSession.builder.appName("hoso compliance").getOrCreate()
    context = spark.sparkContext
    lines = context.union([tallies(context, name, folder, options) for name, folder in sorted(ledgers.items())])
    if options.tallies:
        lines.saveAsTextFile(options.tallies, "org.apache.hadoop.io.compress.GzipCodec")
        lines = context.textFile(options.tallies)
    else:
        # Counted by all workers at once; the driver then fetches one part after the other.
        lines = lines.persist(StorageLevel.DISK_ONLY)
        lines.count()
    report = hoso(options) + ["report", "--kind", options.kind, "--to", options.to, "--format", options.format]
    if options.first:
        report += ["--from", options.first]
    with open(options.out, "wb") if options.out else sys.stdout.buffer as out:
        joining = subprocess.Popen(report + ["--from-tallies"], stdin=subprocess.PIPE, stdout=out)
        for line in lines.toLocalIterator(prefetchPartitions=True):
            joining.stdin.write(line.encode() + b"\n")
        joining.stdin.close()
        status = joining.wait()
    spark.stop()
    return status


if __name__ == "__main__":
    sys.exit(main())
