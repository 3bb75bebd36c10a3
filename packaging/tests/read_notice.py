#!/usr/bin/env python3
"""Reads notices back from a mailbox with Python's own mail reader, and says whether each is as RFC 5322 and 3834 want it.

usage: read_notice.py MBOX SUBJECT-WORD
"""
import email
import email.policy
import mailbox
import re
import sys


def main():
    path, word = sys.argv[1:3]
    letters = list(mailbox.mbox(path, factory=lambda file: email.message_from_binary_file(file, policy=email.policy.default)))
    if not letters:
        sys.exit(f"{path} holds no letter")
    wanted = 0
    for letter in letters:
        subject = letter["Subject"]
        assert not letter.defects, letter.defects
        assert letter["Auto-Submitted"] == "auto-generated", letter["Auto-Submitted"]
        assert letter["Return-Path"] in (None, "<>", ""), letter["Return-Path"]
        assert re.fullmatch(r"<[^@<>\s]*\d+[^@<>\s]*@[^@<>\s]+>", letter["Message-ID"].strip()), letter["Message-ID"]
        assert letter["MIME-Version"] == "1.0"
        assert letter["Date"].datetime.utcoffset() is not None
        assert len(letter["From"].addresses) == 1 and len(letter["To"].addresses) == 1
        assert not re.search(r"\d{9,}", subject), "personal data in the subject"
        plain = letter.get_body(("plain",)).get_content()
        page = letter.get_body(("html",)).get_content()
        assert "Ông/Bà" in plain or letter["To"].addresses[0].username != "an", plain[:200]
        assert page.lstrip().lower().startswith(("<!doctype", "<html")), page[:60]
        for part in letter.walk():
            assert not part.defects, part.defects
        print(f"{letter['Message-ID'].strip()}  {subject}")
        wanted += word in subject
    if not wanted:
        sys.exit(f"no letter's subject holds «{word}»")


main()
