#!/usr/bin/env python3
"""A plain pipeline as a good Python shop would write it, for `make bench` to compare with: lxml, xmlsec, sqlite, two processes.

For each ZIP package in Inbox/online: claim by rename, validate the form by package.xsd, check size and SHA-256 of each
attachment, verify the form's signature in process (`--verify`; else only its references), find procedure, agency and due dates, write
the outbox ZIP (scans stored), the receipt and the status, synced, under hidden names; one sqlite transaction of the dossiers and their
events for a batch of 64; rename; archive.

    pipeline.py SITE package.xsd [--verify] [--processes 2]
"""
import argparse
import base64
import datetime
import hashlib
import json
import multiprocessing
import os
import pathlib
import sqlite3
import zipfile

from lxml import etree

import papers

PACKAGE = "{urn:hoso:package:1}"
DSIG = "{http://www.w3.org/2000/09/xmldsig#}"
HIDDEN = "."
schema = None
options = None
office = None


def start(path, verify, site):
    global schema, options, office
    schema = etree.XMLSchema(etree.parse(path))
    options = (verify, pathlib.Path(site))
    office = papers.Office(site)
    if verify:
        import xmlsec

        globals()["xmlsec"] = xmlsec


def references_fit(root, signature):
    expected = signature.find(f".//{DSIG}DigestValue").text
    parent = signature.getparent()
    tail, place = signature.tail, parent.index(signature)
    before = signature.getprevious()
    # Removing an element takes the text behind it along, which belongs to the form.
    if before is not None:
        before.tail = (before.tail or "") + (tail or "")
    else:
        parent.text = (parent.text or "") + (tail or "")
    parent.remove(signature)
    canonical = etree.tostring(root, method="c14n", exclusive=True, with_comments=False)
    fits = base64.b64decode(expected) == hashlib.sha256(canonical).digest()
    parent.insert(place, signature)
    return fits


def value_fits(signature):
    context = xmlsec.SignatureContext()
    certificate = "".join(signature.find(f".//{DSIG}X509Certificate").text.split())
    pem = "-----BEGIN CERTIFICATE-----\n" + "\n".join(
        certificate[i : i + 64] for i in range(0, len(certificate), 64)) + "\n-----END CERTIFICATE-----\n"
    context.key = xmlsec.Key.from_memory(pem.encode(), xmlsec.constants.KeyDataFormatCertPem)
    try:
        context.verify(signature)
        return True
    except xmlsec.Error:
        return False


def synced(path, write):
    hidden = path.parent / (HIDDEN + path.name)
    with open(hidden, "wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())
    return hidden


def work(job):
    name, code = job
    verify, site = options
    with zipfile.ZipFile(site / "State/working" / name) as package:
        entries = {entry.filename: package.read(entry) for entry in package.infolist()}
    form_name = next(entry for entry in entries if entry.endswith(".xml"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(entries[form_name], parser)
    findings = [] if schema.validate(root) else ["schema"]
    for attachment in root.iter(f"{PACKAGE}attachment"):
        content = entries.get(attachment.get("file"))
        if content is None:
            findings.append("missing-file")
            continue
        digest = hashlib.sha256(content).hexdigest()
        if attachment.get("sha256") not in (None, digest) or attachment.get("size") not in (None, str(len(content))):
            findings.append("sha256-mismatch")
    signature = root.find(f"{DSIG}Signature")
    if signature is not None and not (value_fits(signature) if verify else references_fit(root, signature)):
        findings.append("signature")

    now = datetime.datetime.now(papers.ZONE).replace(microsecond=0)
    digests = [(entry, len(content), hashlib.sha256(content).hexdigest()) for entry, content in entries.items()]
    dossier = papers.Dossier(office, root, code, digests, now)

    def archive(file):
        with zipfile.ZipFile(file, "w") as out:
            out.writestr("manifest.xml", dossier.manifest(), zipfile.ZIP_DEFLATED)
            for entry, content in entries.items():
                out.writestr(entry, content, zipfile.ZIP_DEFLATED if entry.endswith(".xml") else zipfile.ZIP_STORED)

    outbox = site / "Outbox"
    hidden = [
        synced(outbox / "agencies/A" / f"{code}.zip", archive),
        synced(outbox / "notices" / f"{code}.eml", lambda file: file.write(dossier.letter())),
        synced(outbox / "portal" / f"{code}.status.xml", lambda file: file.write(dossier.status())),
    ]
    received = {"submission": root.get("id"), "procedure": dossier.procedure["code"], "level": dossier.level, "files": digests}
    events = [("received", received), ("examined", {"findings": findings}), ("forwarded", {"due": dossier.result.isoformat()})]
    events += [("published", {"path": str(path)}) for path in hidden]
    lines = [(code, now.isoformat(), event, json.dumps(facts)) for event, facts in events]
    return name, code, root.get("id"), findings, hidden, lines


def sync(folder):
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    os.fsync(descriptor)
    os.close(descriptor)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site")
    parser.add_argument("schema")
    parser.add_argument("--verify", action="store_true")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    site = pathlib.Path(arguments.site)
    for folder in ("State/working", "State/archive", "Outbox/agencies/A", "Outbox/notices", "Outbox/portal"):
        (site / folder).mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(site / "State/ledger.sqlite")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE dossiers (code TEXT PRIMARY KEY, submission TEXT, findings TEXT)")
    database.execute("CREATE TABLE events (code TEXT, at TEXT, event TEXT, facts TEXT)")
    names = sorted(name for name in os.listdir(site / "Inbox/online") if not name.startswith("."))
    staged = [site / "Outbox" / folder for folder in ("agencies/A", "notices", "portal")]
    with multiprocessing.Pool(
            arguments.processes, start, (arguments.schema, arguments.verify, arguments.site)) as pool:
        for begin in range(0, len(names), 64):
            jobs = [(name, f"A-{begin + i + 1:06d}") for i, name in enumerate(names[begin : begin + 64])]
            for name, _ in jobs:
                os.rename(site / "Inbox/online" / name, site / "State/working" / name)
            sync(site / "State/working")
            done = pool.map(work, jobs, chunksize=4)
            for folder in staged:
                sync(folder)
            with database:
                database.executemany(
                    "INSERT INTO dossiers VALUES (?, ?, ?)",
                    [(code, submission, ",".join(findings)) for _, code, submission, findings, _, _ in done])
                database.executemany(
                    "INSERT INTO events VALUES (?, ?, ?, ?)", [line for *_, lines in done for line in lines])
            for name, _, _, _, hidden, _ in done:
                for path in hidden:
                    os.rename(path, path.parent / path.name[len(HIDDEN):])
                os.rename(site / "State/working" / name, site / "State/archive" / name)
            for folder in staged:
                sync(folder)
    faults = database.execute("SELECT count(*) FROM dossiers WHERE findings <> ''").fetchone()[0]
    print(len(names), faults)


if __name__ == "__main__":
    main()
