#!/usr/bin/env python3
"""How hoso bears growth: a ledger of many dossiers, many packages in one folder, a scan, idling, and the time from whole to published.

    growth.py HOSO [--dossiers 1000000] [--only ledger,nightly,folder,scan,idle,latency]

Each figure is of one run on this machine; what else runs on it moves wall times, so processor time stands beside them. The million takes
some minutes and three gigabytes below $TMPDIR.
"""
import argparse
import hashlib
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


def ledger_site(arguments, scratch):
    """A site with a made-up ledger of a year."""
    site = empty_site(arguments.hoso, scratch / "ledger")
    folder = site / "State/ledger"
    shutil.rmtree(folder, ignore_errors=True)
    copies = max(1, arguments.dossiers // 25_000)
    subprocess.run(
        [sys.executable, HERE / "make-ledger.py", folder, "--dossiers", str(arguments.dossiers // copies), "--copies", str(copies)],
        check=True)
    return site, folder


def ledger(arguments, scratch):
    """A start, a dossier, the state of the whole, and the chain, over a made-up ledger of a year."""
    site, folder = ledger_site(arguments, scratch)
    size = sum(path.stat().st_size for path in folder.iterdir())
    heading(f"A ledger of {arguments.dossiers:,} dossiers, {size / 1e6:,.0f} MB")
    hoso = [arguments.hoso, "--site", site, "--now", NOW]
    row("first start, without a snapshot", measured(hoso + ["once"]))
    snapshot = (folder / "snapshot").stat().st_size if (folder / "snapshot").exists() else 0
    row("start from the snapshot", measured(hoso + ["once"]), f"snapshot of {snapshot / 1e6:.0f} MB")
    row("`show CODE`", measured(hoso + ["show", "000.00.10.H34-260105-0001"]))
    row("`status`", measured(hoso + ["status"]))
    row("`list`, all of them as lines", measured(hoso + ["list", "--format", "tsv"]))
    row("`incident list`", measured(hoso + ["incident", "list"]))
    row("`ledger verify`", measured(hoso + ["ledger", "verify"]))
    row("`sha256sum` of the same", measured(["sha256sum", *folder.glob("*.jsonl")]))
    shutil.rmtree(site)


def nightly(arguments, scratch):
    """The night after the last day of a year, with what the night before has left; and a report of any day after it."""
    site, folder = ledger_site(arguments, scratch)
    held = hold_back(max(folder.glob("*.jsonl")), "2026-11-23")
    # There is no archive: a night that looked after the shares before it, too, would tell of each, and the next look at each again.
    (site / "State/audited.txt").write_text("2026-11-22")
    heading(f"Nightly over {arguments.dossiers:,} dossiers")
    hoso = [arguments.hoso, "--site", site]
    row("first `nightly`, without a snapshot or a table", measured(hoso + ["--now", "2026-11-23T00:30:00+07:00", "nightly", "--date", "2026-11-22"]))
    chain(max(folder.glob("*.jsonl")), held)
    table = (folder / "counted").stat().st_size if (folder / "counted").exists() else 0
    row(
        "`nightly` a day later", measured(hoso + ["--now", "2026-11-24T00:30:00+07:00", "nightly", "--date", "2026-11-23"]),
        f"{len(held):,} entries since, table of {table / 1e6:.0f} MB")
    row("`show CODE` behind as many", measured(hoso + ["--now", NOW, "show", "000.00.10.H34-260105-0001"]))
    pages = sum(path.stat().st_size for path in (site / "Outbox/reports/2026-11-23").iterdir())
    print(f"\nThe day's reports have {pages / 1e6:.1f} MB together.")
    report = hoso + ["--now", NOW, "report", "--kind", "II.06a", "--format", "html"]
    row("`report` of the year so far", measured(report))
    row("`report` of the first half", measured(report + ["--from", "2026-01-01", "--to", "2026-06-30"]))
    shutil.rmtree(site)


def hold_back(segment, day):
    """Takes a day's lines from the end of a segment, without holding the others: what this holds counts as a child's."""
    held, place = [], 0
    with segment.open("r+b") as file:
        for line in file:
            if held or f'"at":"{day}'.encode() in line[:60]:
                held.append(line.rstrip(b"\n"))
            else:
                place += len(line)
        file.truncate(place)
    return held


def chain(segment, lines):
    """Puts lines behind those that are there now."""
    with segment.open("rb") as file:
        file.seek(-min(1 << 20, segment.stat().st_size), os.SEEK_END)
        last = file.read().splitlines()[-1]
    number, head = int(last[5:last.index(b",")]), hashlib.sha256(last).hexdigest()
    with segment.open("ab") as file:
        for line in lines:
            number += 1
            facts = line[line.index(b","):line.rindex(b',"prev":"')]
            line = f'{{"n":{number}'.encode() + facts + f',"prev":"{head}"'.encode()
            line += f',"commit":"{hashlib.sha256(line).hexdigest()[:16]}"}}'.encode()
            head = hashlib.sha256(line).hexdigest()
            file.write(line + b"\n")


def folder(arguments, scratch):
    """Whether many packages in one folder slow the work on each down."""
    heading("Packages in one folder")
    rates = []
    for count in (2_000, 20_000):
        options = argparse.Namespace(policy="intact", kb=20, signers=12, folders=False)
        site = made_site(arguments.hoso, scratch, f"folder-{count}", options, count)
        os.sync()
        figures = measured([arguments.hoso, "--site", site, "once"])
        rates.append(count / figures[0])
        row(f"{count:,} packages", figures, f"{rates[-1]:.0f} a second, {figures[1] * 1000 / count:.2f} ms user CPU each")
        shutil.rmtree(site)
    print(f"\nRate at 20,000 over that at 2,000: {rates[1] / rates[0]:.2f}")


def scan(arguments, scratch):
    """A look at 100,000 files that wait, against `find`; a daemon over them; and the first dossier of as many at once."""
    site = empty_site(arguments.hoso, scratch / "scan")
    once = [arguments.hoso, "--site", site, "once"]
    heading("100,000 files in one folder")
    start = measured(once)
    row("start with an empty inbox", start)
    inbox = site / "Inbox/online"
    for number in range(100_000):
        (inbox / f"scan-{number:06d}.pdf").write_bytes(b"%PDF-1.4\n")
    os.sync()
    by_find, by_size, spents = [], [], []
    for _ in range(arguments.rounds):
        found = measured(["find", inbox, "-type", "f"])
        sized = measured(["find", inbox, "-type", "f", "-size", "+1"])
        (site / "State/waiting.tsv").unlink(missing_ok=True)
        look = measured(once)
        spents.append(look[1] + look[2] - start[1] - start[2])
        by_find.append(spents[-1] / (found[1] + found[2]))
        by_size.append(spents[-1] / (sized[1] + sized[2]))
    row("`find -type f`", found)
    row("`find -type f -size +1`, which looks at each", sized)
    row("start and one look, where scans wait for their forms", look)

    def spread(values):
        return f"{min(values):.2f} / {statistics.median(values):.2f} / {max(values):.2f}"

    print(
        f"\nA first look, least / median / most of {arguments.rounds}: {spread(spents)} s of CPU, {spread(by_find)} times "
        f"`find -type f`, {spread(by_size)} times `find -type f -size`")
    process = daemon(arguments, site)
    before, folders = cpu(process), sum(1 for path in (site / "Inbox").rglob("*") if path.is_dir())
    time.sleep(arguments.idle)
    quiet = (cpu(process) - before) * 3600 / arguments.idle
    end(process)
    print(
        f"\n`hoso run` over them, at rest, with {folders} folders: {quiet:.2f} s of CPU an hour, "
        f"{quiet + 2 * statistics.median(spents):.2f} s with the two looks at every name")
    shutil.rmtree(site)
    flood(arguments, scratch, look[0] - start[0])


def flood(arguments, scratch, look):
    """100,000 archives that are whole at once: when the first dossier is out, beside the time of a look at as many files."""
    options = argparse.Namespace(policy="intact", kb=1, signers=12, folders=False)
    site = made_site(arguments.hoso, scratch, "flood", options, 1)
    package = next((site / "Inbox/online").iterdir())
    bytes = package.read_bytes()
    for number in range(99_999):
        (package.parent / f"again-{number:06d}.zip").write_bytes(bytes)
    os.sync()
    process = subprocess.Popen([arguments.hoso, "--site", site, "once"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    begun = time.monotonic()
    while process.poll() is None and not any((site / "Outbox/agencies").glob("*/*.zip")):
        time.sleep(0.005)
    first = time.monotonic() - begun
    largest = int(pathlib.Path(f"/proc/{process.pid}/status").read_text().partition("VmHWM:")[2].split()[0]) / 1000
    end(process)
    print(
        f"\n100,000 packages at once: the first dossier is out {first:.2f} s after the start, {first / look:.1f} times the "
        f"{look:.2f} s of a look at as many files; largest resident size until then {largest:.0f} MB")
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


def by_hand(stage, content):
    """Writes a file as durably as hoso publishes one, and says how long that took."""
    started = time.monotonic()
    with open(stage / "hand.part", "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.rename(stage / "hand.part", stage / "hand.zip")
    descriptor = os.open(stage, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
    return time.monotonic() - started


def latency(arguments, scratch):
    """From whole to published, one package every 50 ms; between any two the same ZIP is written and synced by hand."""
    options = argparse.Namespace(policy="intact", kb=20, signers=12, folders=False)
    site = made_site(arguments.hoso, scratch, "latency", options, arguments.packages)
    inbox, stage = site / "Inbox/online", site / "stage"
    stage.mkdir()
    for path in inbox.iterdir():
        path.rename(stage / path.name)
    process = daemon(arguments, site)
    hands, dropped, begin = [], {}, time.monotonic()
    for number, path in enumerate(sorted(stage.glob("*"))):
        content = path.read_bytes()
        time.sleep(max(0, begin + number / 20 + 0.025 - time.monotonic()))
        hands.append(by_hand(stage, content))
        time.sleep(max(0, begin + (number + 1) / 20 - time.monotonic()))
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
    waits = [left[name] - before for name, before in dropped.items() if name in left]

    def spread(values):
        values = sorted(value * 1000 for value in values)
        return statistics.median(values), values[int(len(values) * 0.99)]

    (middle, late), (hand, late_hand) = spread(waits), spread(hands)
    print(
        f"\n{len(waits)} packages at 20 a second: from whole to published {middle:.1f} ms in the median, {late:.1f} ms in the "
        f"99th of a hundred; the same ZIPs written and synced by hand between them {hand:.1f} and {late_hand:.1f} ms: "
        f"{middle / hand:.1f} and {late / late_hand:.1f} times as long")
    shutil.rmtree(site)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hoso", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--dossiers", type=int, default=1_000_000)
    parser.add_argument("--packages", type=int, default=600)
    parser.add_argument("--idle", type=int, default=120, help="seconds")
    parser.add_argument("--rounds", type=int, default=7, help="looks at many files")
    parser.add_argument("--only", default="ledger,nightly,folder,scan,idle,latency")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hoso-growth.") as path:
        for name in arguments.only.split(","):
            {"ledger": ledger, "nightly": nightly, "folder": folder, "scan": scan, "idle": idle, "latency": latency}[name](
                arguments, pathlib.Path(path))


if __name__ == "__main__":
    main()
