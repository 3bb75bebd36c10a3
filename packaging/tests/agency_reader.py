#!/usr/bin/env python3
"""A small agency's reader, independent of hoso: takes each whole ZIP, checks it against its manifest, acknowledges it.

usage: agency_reader.py OUTBOX-FOLDER INBOX-FOLDER TAKEN-FOLDER [SECONDS]
Ends once SECONDS have passed (10 unless said), or as soon as one dossier was taken where SECONDS is 0.
"""
import hashlib
import os
import shutil
import sys
import time
import uuid
import xml.etree.ElementTree as ElementTree
import zipfile

DELIVERY = "{urn:hoso:delivery:1}"


def check(path):
    """The dossier's code; raises where the ZIP is not what its manifest says."""
    with zipfile.ZipFile(path) as archive:
        bad = archive.testzip()
        if bad:
            raise ValueError(f"{bad} is damaged")
        manifest = ElementTree.fromstring(archive.read("manifest.xml"))
        if manifest.tag != DELIVERY + "delivery":
            raise ValueError(f"root {manifest.tag}")
        for file in manifest.find(DELIVERY + "files"):
            content = archive.read(file.get("name"))
            if hashlib.sha256(content).hexdigest() != file.get("sha256") or len(content) != int(file.get("size")):
                raise ValueError(f"{file.get('name')} is not as the manifest says")
        return manifest.find(DELIVERY + "dossier").get("code")


def acknowledge(inbox, code):
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<acknowledgement xmlns="urn:hoso:package:1" id="{uuid.uuid4()}" at="{time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())}">'
        f"<dossier>{code}</dossier></acknowledgement>\n"
    )
    hidden = os.path.join(inbox, f".{code}.part")
    with open(hidden, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.rename(hidden, os.path.join(inbox, f"ack-{code}-{uuid.uuid4().hex[:8]}.xml"))


def main():
    outbox, inbox, taken = sys.argv[1:4]
    seconds = float(sys.argv[4]) if len(sys.argv) > 4 else 10
    os.makedirs(taken, exist_ok=True)
    end = time.monotonic() + (seconds or 60)
    while time.monotonic() < end:
        for name in sorted(os.listdir(outbox)):
            if name.startswith(".") or not name.endswith(".zip"):
                continue
            target = os.path.join(taken, name)
            shutil.move(os.path.join(outbox, name), target)
            code = check(target)
            acknowledge(inbox, code)
            print(f"took {name}: dossier {code}", flush=True)
            if seconds == 0:
                return
        time.sleep(0.1)
    if seconds == 0:
        sys.exit("nothing came within 60 s")


main()
