#!/usr/bin/env python3
"""Compares what hoso says of signed PDFs with pyHanko and with poppler's pdfsig.

    pip install pyhanko; apt-get install poppler-utils
    Tests/interop/compare-pdf.py HOSO TRUST FILE.pdf ...

HOSO is the program, TRUST a folder as config/trust is: *.pem, *.crl, intermediates/*.pem. Prints a table in Markdown: a row for
each file about which the tools differ, then how often they agree. A tool that is not installed is left out.
"""
import json
import pathlib
import shutil
import subprocess
import sys

LADDER = ["absent", "present-broken", "intact", "valid", "trusted"]


def hoso(program, trust, files):
    run = subprocess.run([program, "check", "--format", "json", "--trust", trust, *files], capture_output=True, text=True)
    return {(report := json.loads(line))["file"]: report["signature"] for line in run.stdout.splitlines()}


def pyhanko_checker(trust):
    try:
        from asn1crypto import crl as asn1_crl, pem
        from pyhanko.keys import load_certs_from_pemder
        from pyhanko.pdf_utils.reader import PdfFileReader
        from pyhanko.sign.validation import validate_pdf_signature
        from pyhanko_certvalidator import ValidationContext
    except ImportError:
        return None
    import logging
    logging.disable(logging.CRITICAL)
    folder = pathlib.Path(trust)
    anchors = list(load_certs_from_pemder(map(str, folder.glob("*.pem"))))
    others = list(load_certs_from_pemder(map(str, folder.glob("intermediates/*.pem"))))
    lists = []
    for path in folder.glob("*.crl"):
        data = path.read_bytes()
        blocks = [block for _, _, block in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]
        lists += [asn1_crl.CertificateList.load(block) for block in blocks]

    def check(path):
        with open(path, "rb") as file:
            try:
                signatures = PdfFileReader(file, strict=False).embedded_regular_signatures
                words = []
                for signature in signatures:
                    context = ValidationContext(
                        trust_roots=anchors, other_certs=others, crls=lists, allow_fetching=False,
                        revocation_mode="require", weak_hash_algos={"md2", "md5", "sha1"})
                    status = validate_pdf_signature(signature, context)
                    whole = status.coverage.name == "ENTIRE_FILE"
                    kept = status.modification_level is not None and status.modification_level.name != "OTHER"
                    if not status.intact or not (whole or kept and status.docmdp_ok):
                        words.append("present-broken")
                    elif not status.valid:
                        words.append("intact")
                    else:
                        words.append("trusted" if status.trusted and not status.revoked else "valid")
                if words and signatures[-1].evaluate_signature_coverage().name != "ENTIRE_FILE":
                    words.append("present-broken")
                return min(words, key=LADDER.index) if words else "absent"
            except Exception as error:  # Whatever a tool throws at a hostile file is its verdict.
                return f"error ({type(error).__name__})"

    return check


def pdfsig_checker():
    if not shutil.which("pdfsig"):
        return None

    def check(path):
        try:
            run = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, timeout=60, errors="replace")
        except subprocess.TimeoutExpired:
            return "error (timeout)"
        lines = [line.strip(" -") for line in run.stdout.splitlines()]
        found = [line for line in lines if line.startswith("Signature Validation:")]
        if not found:
            return "absent" if "does not contain any signatures" in run.stdout else f"error ({run.returncode})"
        if any("Signature is Valid" not in line for line in found):
            return "intact" if all("Signature is" in line for line in found) else "present-broken"
        totals = [line for line in lines if "document signed" in line.lower()]
        return "valid" if totals and totals[-1] == "Total document signed" else "present-broken"

    return check


def same(own, other, knows_trust):
    """Where a tool knows no anchors, `valid` stands for `trusted` too; an error says no more than that nothing is claimed."""
    if other.startswith("error"):
        return own in ("absent", "present-broken", "n/a")
    if not knows_trust and own == "trusted":
        own = "valid"
    return own == other


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, trust, files = sys.argv[1], sys.argv[2], sys.argv[3:]
    own = hoso(program, trust, files)
    tools = {"pyHanko": (pyhanko_checker(trust), True), "pdfsig": (pdfsig_checker(), False)}
    tools = {name: tool for name, tool in tools.items() if tool[0]}
    agreed = dict.fromkeys(tools, 0)
    print("| file | hoso | " + " | ".join(tools) + " |")
    print("| --- |" + " --- |" * (1 + len(tools)))
    for path in files:
        said = {name: check(path) for name, (check, _) in tools.items()}
        differs = [name for name, (_, knows) in tools.items() if not same(own.get(path, "-"), said[name], knows)]
        for name in tools:
            agreed[name] += name not in differs
        if differs:
            print(f"| {pathlib.Path(path).name} | {own.get(path, '-')} | " + " | ".join(said.values()) + " |")
    print()
    for name, count in agreed.items():
        print(f"{name}: agrees on {count} of {len(files)}")


main()
