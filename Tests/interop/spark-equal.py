#!/usr/bin/env python3
"""Counts made-up ledgers of several sites on a Spark cluster of several processes, kills one of them on the way, and compares
the report with that of one machine, byte for byte.

usage: spark-equal.py HOSO [--sites N] [--dossiers N] [--workers N] [--ledgers FOLDER] [--reports N]

HOSO is the built program. --dossiers are those of each site, six events or so each; --ledgers takes ledgers that are there
already, a folder of segments each. The cluster is Spark's own: a master and --workers, processes of this machine that know each
other by TCP alone. One ledger is packed with gzip. --reports 1 makes one report instead
of two. Ends with 1 where a byte differs, with 77 where
Spark or Java is not installed.
"""

import argparse
import glob
import gzip
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DAY, NOW = "2026-11-23", "2026-11-24T08:00:00+07:00"
REPORTS = [("II.06a", "html"), ("sla", "json")]


def ledgers(options, folder):
    """A folder of segments for each site, by name; the first of them packed."""
    named = {}
    for number in range(options.sites):
        name = f"H{34 + number:02}"
        path = os.path.join(options.ledgers or folder, name)
        if not options.ledgers:
            subprocess.run(
                [sys.executable, os.path.join(ROOT, "Benchmarks/make-ledger.py"), path, "--dossiers", str(options.dossiers),
                 "--seed", str(number + 1), "--province", name, "--to", DAY], check=True)
        if number == 0:
            packed = os.path.join(folder, "packed", name)
            os.makedirs(packed)
            for segment in glob.glob(path + "/*.jsonl"):
                with open(segment, "rb") as plain, gzip.open(f"{packed}/{os.path.basename(segment)}.gz", "wb", 1) as out:
                    shutil.copyfileobj(plain, out)
            path = packed
        named[name] = path
    return named


def segments(path):
    for segment in sorted(glob.glob(path + "/*.jsonl*")):
        with gzip.open(segment, "rb") if segment.endswith(".gz") else open(segment, "rb") as lines:
            yield lines


def one_machine(hoso, site, named, folder):
    """The reports of one machine: each ledger through one tally, all tallies into one report."""
    events = 0
    tallies = []
    for name, path in named.items():
        tally = os.path.join(folder, name + ".tally")
        with open(tally, "wb") as out:
            counting = subprocess.Popen(
                [hoso, "--site", site, "--now", NOW, "tally", "--ledger", name, "--to", DAY], stdin=subprocess.PIPE, stdout=out)
            for lines in segments(path):
                for line in lines:
                    events += 1
                    counting.stdin.write(line)
            counting.stdin.close()
            if counting.wait() != 0:
                sys.exit("hoso tally failed")
        tallies.append(tally)
    made = {}
    for kind, form in REPORTS:
        made[kind] = subprocess.run(
            [hoso, "--site", site, "--now", NOW, "report", "--kind", kind, "--to", DAY, "--format", form, "--from-tallies"] + tallies,
            check=True, stdout=subprocess.PIPE).stdout
    return events, made


class Cluster:
    """Spark's own master and workers, each a process group of its own."""

    def __init__(self, home, folder, workers):
        self.folder = folder
        self.spark = os.path.join(home, "bin/spark-class")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = dict(os.environ, SPARK_HOME=home, SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable)
        self.address = f"spark://127.0.0.1:{self.port}"
        self.master = self.start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", str(self.port), "--webui-port", "0")
        while True:
            with socket.socket() as there:
                if there.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            time.sleep(0.3)
        self.workers = [
            self.start(f"worker{number}", "org.apache.spark.deploy.worker.Worker", "--cores", "1", "--memory", "1200m", "--webui-port", "0",
                       "--work-dir", os.path.join(folder, f"work{number}"), self.address)
            for number in range(workers)
        ]

    def start(self, name, *words):
        environment = dict(self.environment, SPARK_LOCAL_DIRS=os.path.join(self.folder, name))
        log = open(os.path.join(self.folder, name + ".log"), "wb")
        return subprocess.Popen([self.spark, *words], env=environment, stdout=log, stderr=log, start_new_session=True)

    def shuffled(self, worker):
        """How many parts the executors of a worker have put in order."""
        return len(glob.glob(os.path.join(self.folder, f"worker{worker}", "**", "shuffle_*.data"), recursive=True))

    def kill(self, process):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()

    def stop(self):
        for process in self.workers + [self.master]:
            self.kill(process)


def many_machines(options, cluster, site, named, folder):
    """The same reports from the cluster; the first of them while one of its workers dies."""
    made, killed = {}, False
    for kind, form in REPORTS:
        out = os.path.join(folder, "spark-" + kind)
        events = os.path.join(folder, "events-" + kind)
        os.makedirs(events)
        started = time.monotonic()
        driver = subprocess.Popen(
            [os.path.join(cluster.environment["SPARK_HOME"], "bin/spark-submit"), "--master", cluster.address,
             "--driver-memory", "1g", "--executor-memory", "1g", "--conf", "spark.ui.enabled=false",
             "--conf", "spark.eventLog.enabled=true", "--conf", "spark.eventLog.compress=false", "--conf", f"spark.eventLog.dir=file://{events}",
             os.path.join(ROOT, "deploy/spark/compliance.py"), "--site", site, "--now", NOW, "--to", DAY, "--kind", kind, "--format", form,
             "--hoso", options.hoso, "--parts", "4", "--out", out] + [f"{name}=file://{path}" for name, path in named.items()],
            env=dict(cluster.environment, SPARK_LOCAL_DIRS=os.path.join(folder, "driver-local")),
            stdout=subprocess.DEVNULL, stderr=open(os.path.join(folder, f"driver-{kind}.log"), "wb"))
        while driver.poll() is None:
            if not killed and cluster.shuffled(0) >= 2:
                cluster.kill(cluster.workers[0])
                killed = True
                print(f"one of {options.workers} workers was killed after {time.monotonic() - started:.0f} s, with parts of the work on its disk", flush=True)
            time.sleep(0.1)
        if driver.returncode != 0:
            print(open(os.path.join(folder, f"driver-{kind}.log"), errors="replace").read()[-4000:])
            sys.exit(f"spark-submit ended with {driver.returncode}")
        made[kind] = open(out, "rb").read()
        counts = tasks(events)
        print(f"{kind}: {time.monotonic() - started:.0f} s on Spark, {counts[0]} tasks done, {counts[1]} failed with their worker or for want of it", flush=True)
    if not killed:
        sys.exit("the work was done before a worker could be killed: take more dossiers")
    return made


def tasks(folder):
    done = lost = 0
    for path in glob.glob(folder + "/**/*", recursive=True):
        if not os.path.isfile(path) or path.endswith(".crc"):
            continue
        for line in open(path, errors="replace"):
            if '"SparkListenerTaskEnd"' in line:
                good = json.loads(line)["Task End Reason"]["Reason"] == "Success"
                done, lost = done + good, lost + (not good)
    return done, lost


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hoso")
    parser.add_argument("--sites", type=int, default=3)
    parser.add_argument("--dossiers", type=int, default=3000)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--ledgers")
    parser.add_argument("--reports", type=int, choices=[1, 2], default=2)
    options = parser.parse_args()
    del REPORTS[options.reports:]
    options.hoso = os.path.abspath(options.hoso)
    try:
        import pyspark
    except ImportError:
        print("skipped: Spark is not installed (make test-spark installs it)")
        return 77
    if shutil.which("java") is None:
        print("skipped: Java is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="hoso-spark-") as folder:
        site = os.path.join(folder, "site")
        subprocess.run([options.hoso, "init", site], check=True, stdout=subprocess.DEVNULL)
        named = ledgers(options, folder)
        started = time.monotonic()
        events, alone = one_machine(options.hoso, site, named, folder)
        print(f"{events} events of {len(named)} sites: {time.monotonic() - started:.0f} s on one machine", flush=True)
        cluster = Cluster(os.path.dirname(pyspark.__file__), folder, options.workers)
        try:
            together = many_machines(options, cluster, site, named, folder)
        finally:
            cluster.stop()
    for kind, _ in REPORTS:
        same = alone[kind] == together[kind]
        print(f"{kind}: {'the same' if same else 'NOT the same'} {len(alone[kind])} bytes")
        if not same:
            return 1
    return 0


sys.exit(main())
