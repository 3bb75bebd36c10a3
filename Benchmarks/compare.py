#!/usr/bin/env python3
"""`make bench`: hoso, the floor and the plain pipeline on the same generated packages, in turn, in random order.

    compare.py HOSO [--count 500] [--kb 180] [--rounds 7] [--policy intact] [--signers 12] [--folders] [--growth]
               [--sealed] [--report docs/performance.md --section NAME]

Only ratios within one run say something: the disk's speed and the machine's other work move all alike. Every run starts on a fresh
copy, synced; every result is checked. The floor needs a C compiler, the pipeline lxml and xmlsec; what is missing is left out. With
`--folders` packages come as folders, and hoso is compared with itself: dossiers that leave as ZIPs, and as folders. With `--sealed`
it is compared with itself too: packages read in sealed processes, and in hoso itself. `--report` writes the figures between the
marks of the section in that file.

Where many files were removed, ext4 without a journal passes over their inodes for one to six minutes whenever it looks for a free one,
which may double the system CPU of all that make files. So nothing is removed before the end, and a comparison waits six minutes after
the one before it; what else removes files meanwhile (a build, say) has to be kept away.
"""
import argparse
import datetime
import hashlib
import os
import pathlib
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

# What ext4 adds for an inode that was freed, and for a block of inodes that was not written yet, in seconds.
RECENTLY_FREED = 60 + 300
REMOVED = pathlib.Path(tempfile.gettempdir()) / "hoso-bench.removed"
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


def measured(command):
    """Wall seconds, user and system seconds, and the largest resident size in MB, of a command and its children."""
    started = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}: {errors.decode()[-2000:]}")
    return time.monotonic() - started, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024


def set_site(site, policy):
    settings = site / "config/hoso.xml"
    text = settings.read_text()
    for name, value in (("settleAfter", "0s"), ("require", policy)):
        before, _, rest = text.partition(f'{name}="')
        text = f'{before}{name}="{value}{rest[rest.index(chr(34)):]}'
    settings.write_text(text)


def check(site, count):
    dossiers = list((site / "Outbox/agencies").glob("*/*"))
    if len(dossiers) != count:
        sys.exit(f"{count} dossiers expected in {site}/Outbox, {len(dossiers)} found")
    for path in random.sample(dossiers, min(10, len(dossiers))):
        if path.is_dir():
            check_folder(path)
        elif zipfile.ZipFile(path).testzip() is not None:
            sys.exit(f"{path} is not whole")


def check_folder(path):
    """Every file that the manifest lists is there with its digest."""
    listed = re.findall(r'<file name="([^"]*)"[^>]* sha256="([^"]*)"', (path / "manifest.xml").read_text())
    for name, digest in listed:
        if hashlib.sha256((path / name).read_bytes()).hexdigest() != digest:
            sys.exit(f"{path / name} is not what its manifest says")
    if len(listed) < 2:
        sys.exit(f"{path}/manifest.xml lists {len(listed)} files")


def let_leave_as_folders(site):
    agencies = site / "config/agencies.xml"
    agencies.write_text(agencies.read_text().replace("<agency ", '<agency delivery="folder" '))


def commands(hoso, scratch, policy, folders, sealed):
    """What is there to compare, by name: the command for a site."""
    found = {"hoso": lambda site: [hoso, "--site", site, "once"]}
    if sealed:
        return {
            "hoso, sealed": found["hoso"], "hoso, unsealed": lambda site: [hoso, "--site", site, "selftest", "unsealed"]}
    if folders:

        def as_folders(site):
            let_leave_as_folders(site)
            return [hoso, "--site", site, "once"]

        return {"hoso, to folders": as_folders, "hoso, to ZIPs": found["hoso"]}
    compiler, floor = shutil.which("cc"), scratch / "floor"
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libxml-2.0", "zlib"], capture_output=True, text=True).stdout.split()
    if compiler and subprocess.run(
            [compiler, "-O2", "-o", floor, HERE / "floor.c", *flags, "-lpthread"], capture_output=True).returncode == 0:
        found["floor"] = lambda site: [floor, site]
    else:
        print("floor left out: no C compiler with libxml2", file=sys.stderr)
    if subprocess.run([sys.executable, "-c", "import lxml, xmlsec"], capture_output=True).returncode == 0:
        verify = [] if policy in ("present", "intact") else ["--verify"]
        found["pipeline"] = lambda site: [
            sys.executable, HERE / "pipeline.py", site, ROOT / "config/schemas/package.xsd", *verify]
    else:
        print("pipeline left out: pip install lxml xmlsec", file=sys.stderr)
    return found


def wait_for_inodes():
    since = time.time() - REMOVED.stat().st_mtime if REMOVED.exists() else RECENTLY_FREED
    if since < RECENTLY_FREED:
        print(f"waiting {RECENTLY_FREED - since:.0f} s for what the last comparison removed", file=sys.stderr)
        time.sleep(max(0, RECENTLY_FREED - since))


def made_site(hoso, scratch, name, arguments, count):
    site = scratch / name
    subprocess.run([hoso, "init", site], check=True, stdout=subprocess.DEVNULL)
    set_site(site, arguments.policy)
    subprocess.run(
        [sys.executable, HERE / "packages.py", site, "--count", str(count), "--kb", str(arguments.kb),
         "--signers", str(arguments.signers), "--form", "folder" if arguments.folders else "zip"],
        check=True, stdout=subprocess.DEVNULL)
    return site


def one_run(command, model, scratch, count):
    site = scratch / f"run-{len(list(scratch.iterdir()))}"
    shutil.copytree(model, site)
    words = command(site)
    os.sync()
    figures = measured(words)
    check(site, count)
    return figures


def spread(values, digits):
    return " / ".join(f"{value:.{digits}f}" for value in (min(values), statistics.median(values), max(values)))


def compare(arguments, scratch):
    model = made_site(arguments.hoso, scratch, "model", arguments, arguments.count)
    programs = commands(arguments.hoso, scratch, arguments.policy, arguments.folders, arguments.sealed)
    rounds = {name: [] for name in programs}
    for number in range(arguments.rounds):
        order = list(programs)
        random.shuffle(order)
        for name in order:
            rounds[name].append(one_run(programs[name], model, scratch, arguments.count))
        print(f"round {number + 1} of {arguments.rounds}", file=sys.stderr)
    lines = ["| program | dossiers a second | user CPU, ms a dossier | system CPU, ms a dossier | largest resident size, MB |",
             "| --- | --- | --- | --- | --- |"]
    count = arguments.count
    for name, runs in rounds.items():
        lines.append(
            f"| {name} | {spread([count / run[0] for run in runs], 0)} | {spread([run[1] * 1000 / count for run in runs], 2)} "
            f"| {spread([run[2] * 1000 / count for run in runs], 2)} | {spread([run[3] for run in runs], 0)} |")
    own_name, *others = rounds
    for name in others:
        ratios = [other[0] / own[0] for own, other in zip(rounds[own_name], rounds[name])]
        work = [own[1] / other[1] for own, other in zip(rounds[own_name], rounds[name])]
        lines.append(
            f"\nOf {own_name} over {name}, round by round: speed {spread(ratios, 2)}, user CPU {spread(work, 2)} "
            "(least / median / most).")
    return lines


def write_section(report, section, lines):
    """Puts the lines between the section's marks in the report."""
    begin, end = f"<!-- figures: {section} -->", "<!-- end of figures -->"
    before, mark, rest = report.read_text().partition(begin)
    if not mark:
        sys.exit(f"{report} has no line «{begin}»")
    report.write_text(before + begin + "\n" + "\n".join(lines) + "\n" + end + rest.partition(end)[2])


def growth(arguments, scratch):
    points = []
    for count in (arguments.count // 2, arguments.count, arguments.count * 2, arguments.count * 4):
        model = made_site(arguments.hoso, scratch, f"growth-{count}", arguments, count)
        runs = [one_run(lambda site: [arguments.hoso, "--site", site, "once"], model, scratch, count) for _ in range(3)]
        points.append((count, statistics.median(count / run[0] for run in runs), max(run[3] for run in runs)))
    return points


def curve(points, index, unit):
    """Packages of a run against a figure, as SVG."""
    top = max(point[index] for point in points) * 1.15
    last = points[-1][0]
    places = [(60 + 500 * point[0] / last, 210 - 180 * point[index] / top) for point in points]
    dots = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/><text x="{x:.0f}" y="{y - 10:.0f}" text-anchor="middle">{point[index]:.0f}</text>'
        f'<text x="{x:.0f}" y="228" text-anchor="middle">{point[0]}</text>'
        for (x, y), point in zip(places, points))
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 250" font-family="sans-serif" font-size="12" role="img">'
        f'<title>{unit} by packages in one run</title><rect width="600" height="250" fill="white"/>'
        f'<path d="M60 20V210H580" fill="none" stroke="black"/><polyline points="{line}" fill="none" stroke="#1f5fa8"/>'
        f'{dots}<text x="60" y="14">{unit}</text><text x="580" y="245" text-anchor="end">packages in one run</text></svg>\n')


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hoso", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--kb", type=float, default=180)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--policy", default="intact")
    parser.add_argument("--signers", type=int, default=12)
    parser.add_argument("--folders", action="store_true")
    parser.add_argument("--sealed", action="store_true")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--report", type=pathlib.Path)
    parser.add_argument("--section")
    arguments = parser.parse_args()
    wait_for_inodes()
    with tempfile.TemporaryDirectory(prefix="hoso-bench.") as folder:
        scratch = pathlib.Path(folder)
        lines = [
            f"{arguments.count} packages, scans of {arguments.kb:g} KB in the median, policy `{arguments.policy}`, "
            f"{arguments.signers or 'all new'} signers, {arguments.rounds} rounds; {os.cpu_count()} processors "
            f"({processor()}), {platform.system()} {platform.release().split('-')[0]}, {datetime.date.today()}. "
            "Least / median / most.", ""] + compare(arguments, scratch)
        if arguments.growth:
            points = growth(arguments, scratch)
            lines += ["", "| packages in one run | dossiers a second | largest resident size, MB |", "| --- | --- | --- |"]
            lines += [f"| {count} | {speed:.0f} | {memory:.0f} |" for count, speed, memory in points]
            if arguments.report:
                (arguments.report.parent / "growth-speed.svg").write_text(curve(points, 1, "dossiers a second"))
                (arguments.report.parent / "growth-memory.svg").write_text(curve(points, 2, "largest resident size, MB"))
                lines += ["", "![dossiers a second](growth-speed.svg)", "", "![largest resident size](growth-memory.svg)"]
    REMOVED.touch()
    print("\n".join(lines))
    if arguments.report:
        write_section(arguments.report, arguments.section, lines)


if __name__ == "__main__":
    main()
