#!/usr/bin/env python3
"""Reads notices back from a mailbox with Python's own mail reader, and says whether each is as RFC 5322, 2045 to 2047 and
3834 want it, and as the ledger has it.

usage: read_notice.py MBOX SUBJECT-WORD OUTBOX STATE
"""
import email
import email.policy
import glob
import hashlib
import io
import json
import mailbox
import re
import sys


def published(outbox, state):
    """What the ledger says was published, by Message-ID: the letter as it lies in the outbox, and the number of its event."""
    letters = {}
    for segment in sorted(glob.glob(f"{state}/ledger/*.jsonl")):
        for line in open(segment, encoding="utf-8"):
            entry = json.loads(line)
            path = entry.get("facts", {}).get("path", "")
            if entry["event"] != "published" or not path.endswith(".eml"):
                continue
            content = open(f"{outbox}/{path}", "rb").read()
            assert hashlib.sha256(content).hexdigest() == entry["facts"]["sha256"], path
            # Read as the mailbox is, so that line ends are the same.
            letter = email.message_from_binary_file(io.BytesIO(content), policy=email.policy.default)
            letters[letter["Message-ID"].strip()] = (letter, int(re.search(r"(\d+)\.eml$", path)[1]), entry["n"])
    return letters


def check(letter, letters):
    raw = letter.as_bytes(policy=email.policy.compat32)
    assert not letter.defects, letter.defects
    # Headers.
    assert letter["Auto-Submitted"] == "auto-generated", letter["Auto-Submitted"]
    assert letter["Return-Path"] in (None, "<>", ""), letter["Return-Path"]
    assert letter["MIME-Version"] == "1.0" and letter["Content-Language"] == "vi"
    assert letter["Date"].datetime.utcoffset() is not None
    assert len(letter["From"].addresses) == 1 and len(letter["To"].addresses) == 1
    for name in ("From", "To", "Subject", "Date", "Message-ID"):
        assert len(letter.get_all(name)) == 1, name
    assert not re.search(r"\d{9,}", letter["Subject"]), "personal data in the subject"
    # Encodings: seven bits on the way, whatever is written, and no line longer than a mail server must take.
    assert raw.isascii(), "bytes that not every mail server takes"
    assert max(map(len, raw.splitlines())) <= 998
    # Its parts: the text, the same as a page, and nothing attached, which a citizen would have to open.
    assert letter.get_content_type() == "multipart/alternative"
    parts = list(letter.iter_parts())
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"], parts
    assert not list(letter.iter_attachments())
    for part in parts:
        assert not part.defects and part.get_filename() is None
        assert part["Content-Transfer-Encoding"] == "quoted-printable" and part.get_content_charset() == "utf-8"
    plain, page = (part.get_content() for part in parts)
    assert page.lstrip().lower().startswith(("<!doctype", "<html")), page[:60]
    # Nothing is fetched from anywhere when it is read.
    assert not re.search(r"""(src|href)=["']?https?:""", page), "the page fetches something"
    # The identifier names the event that it is about, and what came is what was sent.
    identifier = letter["Message-ID"].strip()
    sent, number, entry = letters[identifier]
    assert re.fullmatch(rf"<[^@<>\s]*\.{number}@[^@<>\s]+>", identifier), identifier
    assert number < entry, f"{identifier} is published by entry {entry}"
    assert [part.get_content() for part in sent.iter_parts()] == [plain, page], identifier
    assert sent["Subject"] == letter["Subject"] and sent["To"] == letter["To"]


def main():
    path, word, outbox, state = sys.argv[1:5]
    box = mailbox.mbox(path, factory=lambda file: email.message_from_binary_file(file, policy=email.policy.default))
    letters = published(outbox, state)
    wanted = 0
    for letter in list(box):
        check(letter, letters)
        print(f"{letter['Message-ID'].strip()}  {letter['Subject']}")
        wanted += word in letter["Subject"]
    if not wanted:
        sys.exit(f"no letter's subject holds «{word}»")


main()
