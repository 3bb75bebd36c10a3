#!/usr/bin/env python3
"""Compares what hoso says of signed XML forms with xmlsec1.

    apt-get install xmlsec1
    Tests/interop/compare-xml.py HOSO TRUST FILE.xml ...

HOSO is the program, TRUST a folder as config/trust is: *.pem, *.crl, intermediates/*.pem. Prints a table in Markdown: a row for
each file about which the two differ, then how often they agree. Where `form.xml.sig` lies beside `form.xml`, the pair is compared.

xmlsec1 is given the key in the file for `valid`, and the anchors and the time of now for `trusted`. It reads no revocation lists before 1.3, it
tells nothing of what a signature covers, and of several signatures it looks at the first only.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.S)


def hoso(program, trust, files):
    run = subprocess.run([program, "check", "--format", "json", "--trust", trust, *files], capture_output=True, text=True)
    return {(report := json.loads(line))["file"]: report for line in run.stdout.splitlines()}


def one_each(paths, folder, kind):
    """The arguments for xmlsec1, which reads the first certificate of a file only."""
    arguments = []
    for path in paths:
        for number, block in enumerate(CERTIFICATE.findall(path.read_text(errors="replace"))):
            place = pathlib.Path(folder) / f"{kind}-{path.stem}-{number}.pem"
            place.write_text(block + "\n")
            arguments += [f"--{kind}-pem", str(place)]
    return arguments


def xmlsec1(path, certificates):
    """What xmlsec1 says in hoso's words."""
    path = pathlib.Path(path)
    pair = path.with_name(path.name + ".sig")
    file = pair if pair.exists() else path

    def ask(*arguments):
        command = ["xmlsec1", "--verify", *arguments]
        for name in ("submission", "form", "field", "attachments"):
            command += ["--id-attr:id", "urn:hoso:package:1:" + name]
        command += ["--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties", file.name]
        try:
            run = subprocess.run(
                command, cwd=file.parent, capture_output=True, text=True, errors="replace", timeout=60)
        except subprocess.TimeoutExpired:
            return False, "timeout"
        return run.returncode == 0, run.stdout + run.stderr

    if b"http://www.w3.org/2000/09/xmldsig#" not in file.read_bytes():
        return "absent"
    if ask("--enabled-key-data", "x509", *certificates)[0]:
        return "trusted"
    fits, said = ask("--insecure")
    if fits:
        return "valid"
    if not re.search(r"^(OK|FAIL)$", said, re.M):
        return "error"
    counted = re.search(r"SignedInfo References \(ok/all\): (\d+)/(\d+)", said)
    if counted and counted[1] == counted[2] != "0":
        return "intact"
    return "present-broken"


def same(own, other):
    """An error says no more than that nothing is claimed."""
    return own in ("absent", "present-broken", "intact", "n/a") if other == "error" else own == other


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    if not shutil.which("xmlsec1"):
        sys.exit("compare-xml.py: xmlsec1 is not installed")
    program, trust, files = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    own = hoso(program, str(trust), files)
    agreed = 0
    print("| file | hoso | why | xmlsec1 |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        certificates = one_each(trust.glob("*.pem"), folder, "trusted") + one_each(
            trust.glob("intermediates/*.pem"), folder, "untrusted")
        for path in files:
            report = own.get(path, {"signature": "-"})
            said = xmlsec1(path, certificates)
            if same(report["signature"], said):
                agreed += 1
                continue
            place = pathlib.Path(path)
            name = f"{place.parent.name}/{place.name}" if place.stem == "form" else place.name
            print(f"| {name} | {report['signature']} | {reasons(report)} | {said} |")
    print(f"\nxmlsec1: agrees on {agreed} of {len(files)}")


def reasons(report):
    """Every reason and weakness in the report, wherever it stands."""
    found = []

    def walk(value, key=""):
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(inner, name)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, key)
        elif isinstance(value, str) and key in ("reason", "reasons", "weaknesses") and value not in found:
            found.append(value)

    walk(report.get("signatures", []))
    return ", ".join(found)


main()
