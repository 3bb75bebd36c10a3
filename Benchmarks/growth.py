#!/usr/bin/env python3
"""How hoso bears growth: a ledger of many dossiers, many packages in one folder, a scan, idling, and the time from whole to published.

    growth.py HOSO [--dossiers 1000000] [--only ledger,folder,scan,idle,latency]

Each figure is of one run on this machine; what else runs on it moves wall times, so processor time stands beside them. The million takes
some minutes and three gigabytes below $TMPDIR.
"""
import argparse
import os
import pathlib
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from compare import HERE, made_site, measured, set_site

NOW = "2026-11-24T09:00:00+07:00"


def row(what, figures, note=""):
    wall, user, system, memory = figures
    print(f"| {what} | {wall:.2f} | {user:.2f} | {system:.2f} | {memory:.0f} | {note} |", flush=True)


def heading(title):
    print(f"\n{title}\n\n| what | wall, s | user CPU, s | system CPU, s | largest resident size, MB | |\n| --- | --- | --- | --- | --- | --- |")


def empty_site(hoso, folder):
    subprocess.run([hoso, "init", folder], check=True, stdout=subprocess.DEVNULL)
    set_site(folder, "intact")
    return folder


def ledger(arguments, scratch):
    """A start, a dossier, the state of the whole, and the chain, over a made-up ledger of a year."""
    site = empty_site(arguments.hoso, scratch / "ledger")
    folder = site / "State/ledger"
    shutil.rmtree(folder, ignore_errors=True)
    copies = max(1, arguments.dossiers // 25_000)
    subprocess.run(
        [sys.executable, HERE / "make-ledger.py", folder, "--dossiers", str(arguments.dossiers // copies), "--copies", str(copies)],
        check=True)
    size = sum(path.stat().st_size for path in folder.iterdir())
    heading(f"A ledger of {arguments.dossiers:,} dossiers, {size / 1e6:,.0f} MB")
    hoso = [arguments.hoso, "--site", site, "--now", NOW]
    row("first start, without a snapshot", measured(hoso + ["once"]))
    snapshot = (folder / "snapshot").stat().st_size if (folder / "snapshot").exists() else 0
    row("start from the snapshot", measured(hoso + ["once"]), f"snapshot of {snapshot / 1e6:.0f} MB")
    row("`show CODE`", measured(hoso + ["show", "000.00.10.H34-260105-0001"]))
    row("`status`", measured(hoso + ["status"]))
    row("`ledger verify`", measured(hoso + ["ledger", "verify"]))
    row("`sha256sum` of the same", measured(["sha256sum", *folder.glob("*.jsonl")]))
    if arguments.nightly:
        row("first `nightly` of a day", measured(hoso + ["nightly", "--date", "2026-11-23"]))
    shutil.rmtree(site)


def folder(arguments, scratch):
    """Whether many packages in one folder slow the work on each down."""
    heading("Packages in one folder")
    rates = []
    for count in (2_000, 20_000):
        options = argparse.Namespace(policy="intact", kb=20, signers=12)
        site = made_site(arguments.hoso, scratch, f"folder-{count}", options, count)
        os.sync()
        figures = measured([arguments.hoso, "--site", site, "once"])
        rates.append(count / figures[0])
        row(f"{count:,} packages", figures, f"{rates[-1]:.0f} a second, {figures[1] * 1000 / count:.2f} ms user CPU each")
        shutil.rmtree(site)
    print(f"\nRate at 20,000 over that at 2,000: {rates[1] / rates[0]:.2f}")


def scan(arguments, scratch):
    """One look at 100,000 files that wait, against `find`; and the first dossier behind as many."""
    site = empty_site(arguments.hoso, scratch / "scan")
    once = [arguments.hoso, "--site", site, "once"]
    heading("100,000 files that wait in one folder")
    row("start with an empty inbox", measured(once))
    inbox = site / "Inbox/online"
    for number in range(100_000):
        (inbox / f"scan-{number:06d}.pdf").write_bytes(b"%PDF-1.4\n")
    os.sync()
    row("`find -type f`", measured(["find", inbox, "-type", "f"]))
    row("`find -type f -size +1`, which looks at each", measured(["find", inbox, "-type", "f", "-size", "+1"]))
    row("start and looks until all but them is done", measured(once))
    shutil.rmtree(site)


def cpu(process):
    """Seconds of user and system time, of the process and of those that it waited for or that still run below it."""
    ticks, total = os.sysconf("SC_CLK_TCK"), 0
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(path.parent.name) == process.pid or int(fields[1]) == process.pid:
            total += sum(int(field) for field in fields[11:15])
    return total / ticks


def daemon(arguments, site):
    process = subprocess.Popen(
        [arguments.hoso, "--site", site, "run"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(5)
    return process


def end(process):
    process.send_signal(signal.SIGTERM)
    process.wait()


def idle(arguments, scratch):
    """What a daemon costs that has nothing to do."""
    site = empty_site(arguments.hoso, scratch / "idle")
    process = daemon(arguments, site)
    folders = sum(1 for path in (site / "Inbox").rglob("*") if path.is_dir())
    before, seconds = cpu(process), arguments.idle
    time.sleep(seconds)
    spent = cpu(process) - before
    end(process)
    print(f"\n`hoso run`, idle with {folders} folders for {seconds} s: {spent:.2f} s of CPU, {spent * 3600 / seconds:.1f} s an hour")
    shutil.rmtree(site)


def latency(arguments, scratch):
    """From whole to published, one package every 50 ms, against writing and syncing the same ZIP by hand."""
    options = argparse.Namespace(policy="intact", kb=20, signers=12)
    site = made_site(arguments.hoso, scratch, "latency", options, arguments.packages)
    inbox, stage = site / "Inbox/online", site / "stage"
    stage.mkdir()
    for path in inbox.iterdir():
        path.rename(stage / path.name)
    process = daemon(arguments, site)
    dropped, begin = {}, time.monotonic()
    for number, path in enumerate(sorted(stage.iterdir())):
        time.sleep(max(0, begin + number / 20 - time.monotonic()))
        dropped[f"bench-1-{int(path.stem[3:])}"] = time.time()
        path.rename(inbox / path.name)
    outbox = site / "Outbox/agencies"
    for _ in range(600):
        zips = list(outbox.glob("*/*.zip"))
        if len({path.stem for path in zips}) >= len(dropped):
            break
        time.sleep(0.1)
    end(process)
    # A dossier of several agencies leaves as several ZIPs; the last of them counts.
    listed = subprocess.run([arguments.hoso, "--site", site, "list"], check=True, capture_output=True, text=True).stdout
    submission = {words[0]: words[1] for words in map(str.split, listed.splitlines()) if len(words) > 1}
    left = {}
    for path in zips:
        name = submission[path.stem]
        left[name] = max(left.get(name, 0), path.stat().st_ctime)
    waits = sorted(left[name] - before for name, before in dropped.items() if name in left)
    hands = []
    sample = random.Random(1).sample(zips, min(100, len(zips)))
    for path in sample:
        content = path.read_bytes()
        started = time.monotonic()
        with open(stage / "hand.part", "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.rename(stage / "hand.part", stage / path.name)
        descriptor = os.open(stage, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
        hands.append(time.monotonic() - started)
    p99 = waits[int(len(waits) * 0.99)]
    hand = sorted(hands)[int(len(hands) * 0.99)]
    print(
        f"\n{len(waits)} packages at 20 a second: from whole to published {statistics.median(waits) * 1000:.1f} ms in the median, "
        f"{p99 * 1000:.1f} ms in the 99th of a hundred; the same ZIP written and synced by hand "
        f"{statistics.median(hands) * 1000:.1f} and {hand * 1000:.1f} ms: {p99 / hand:.1f} times as long")
    shutil.rmtree(site)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hoso", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--dossiers", type=int, default=1_000_000)
    parser.add_argument("--packages", type=int, default=600)
    parser.add_argument("--idle", type=int, default=120, help="seconds")
    parser.add_argument("--nightly", action="store_true", help="the nightly run over the ledger too")
    parser.add_argument("--only", default="ledger,folder,scan,idle,latency")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hoso-growth.") as path:
        for name in arguments.only.split(","):
            {"ledger": ledger, "folder": folder, "scan": scan, "idle": idle, "latency": latency}[name](
                arguments, pathlib.Path(path))


if __name__ == "__main__":
    main()
