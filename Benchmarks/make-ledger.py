#!/usr/bin/env python3
"""Writes a made-up ledger of a year, chained as hoso chains it, to measure and to look at reports.

usage: make-ledger.py FOLDER [--dossiers N] [--copies K] [--seed N] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--province H34]

FOLDER is a site's State/ledger/. The procedures and agencies are those of the sample site; another province has the same ones under its own
code. The same seed gives the same bytes. Each dossier is entered K times, under codes of their own: a million is made in minutes as 25,000 of
which there are 40 each.
"""

import argparse
import datetime
import hashlib
import heapq
import json
import os
import random

ZONE = datetime.timezone(datetime.timedelta(hours=7))
PROCEDURES = [  # code, level, agency, co-agencies, working days
    ("2.000488", 4, "000.00.10.H34", ["000.00.18.H34"], 10),
    ("1.004269", 3, "000.00.12.H34", ["000.00.31.H34"], 2),
    ("2.000635", 4, "000.00.31.H34", [], 1),
    ("2.000815", 2, "000.00.31.H34", [], 1),
    ("1.002809", 4, "000.00.08.H34", [], 3),
    ("2.001610", 4, "000.00.04.H34", [], 3),
    ("1.001612", 3, "000.00.31.H34", [], 3),
    ("2.001955", 3, "000.00.09.H34", [], 7),
]
OFF = {
    datetime.date(2026, 1, 1), datetime.date(2026, 1, 2), datetime.date(2026, 4, 27), datetime.date(2026, 4, 30),
    datetime.date(2026, 5, 1), datetime.date(2026, 8, 31), datetime.date(2026, 9, 1), datetime.date(2026, 9, 2),
    datetime.date(2026, 11, 24),
} | {datetime.date(2026, 2, day) for day in range(16, 21)}
WORKED = {datetime.date(2026, 1, 10), datetime.date(2026, 8, 22)}
FAULTS = ["missing-component", "truncated-pdf", "wrong-type", "encrypted", "same-file-twice", "sha256-mismatch", "active-content"]


def works(day):
    return day in WORKED or (day.weekday() < 5 and day not in OFF)


def after(start, hours):
    """The moment so many working hours later: 07:00-11:00 and 13:00-17:00."""
    missing = datetime.timedelta(hours=hours)
    day = start.date()
    while True:
        if works(day):
            for begin, end in ((7, 11), (13, 17)):
                begin = datetime.datetime(day.year, day.month, day.day, begin, tzinfo=ZONE)
                end = datetime.datetime(day.year, day.month, day.day, end, tzinfo=ZONE)
                begin = max(begin, start)
                if begin > end:
                    continue
                if missing <= end - begin:
                    return begin + missing
                missing -= end - begin
        day += datetime.timedelta(days=1)


class Year:
    def __init__(self, chance, first, last, province):
        self.chance = chance
        self.first = first
        self.last = last
        self.province = province
        self.queue = []
        self.order = 0
        self.counters = {}

    def enter(self, at, dossier, event, facts):
        self.order += 1
        heapq.heappush(self.queue, (at, self.order, dossier, event, facts))

    def dossier(self, number):
        chance = self.chance
        code, level, agency, others, days = chance.choice(PROCEDURES)
        agency, *others = [name.replace("H34", self.province) for name in [agency] + others]
        day = self.first + datetime.timedelta(days=chance.randrange((self.last - self.first).days + 1))
        minute = int(min(max(chance.gauss(9.5 if chance.random() < 0.6 else 14.5, 2.2), 0.1), 23.9) * 60)
        at = datetime.datetime(day.year, day.month, day.day, tzinfo=ZONE) + datetime.timedelta(
            minutes=minute, seconds=chance.randrange(60))
        if chance.random() < 0.02:
            return self.aside(at, number)
        key = (agency, day)
        self.counters[key] = self.counters.get(key, 0) + 1
        dossier = f"{agency}-{day:%y%m%d}-{self.counters[key]:04d}"
        digest = hashlib.sha256(str(number).encode()).hexdigest()
        online = level > 2 or chance.random() < 0.5
        facts = {
            "agency": agency, "channel": "online" if online else "postal", "coAgencies": others, "content": digest,
            "forms": ["TK"], "level": level, "procedure": code, "resultDelivery": "counter", "submission": f"s-{number}",
            "submittedAt": iso(at), "submitter": {"account": "0900000001", "name": "Mẫu"},
        }
        self.enter(at, dossier, "received", facts)
        faults = chance.sample(FAULTS, chance.choice([1, 1, 2])) if chance.random() < 0.3 else []
        self.enter(at, dossier, "examined", examination(faults, level, chance))
        if faults:
            self.enter(at, dossier, "waiting", {"state": "awaitingSupplement"})
            at += datetime.timedelta(hours=chance.uniform(1, 120))
            if chance.random() < 0.2:
                if chance.random() < 0.5:
                    self.enter(at, dossier, "withdrawn", {"reason": None})
                return
            again = faults if chance.random() < 0.2 else []
            self.enter(at, dossier, "examined", examination(again, level, chance))
            if again:
                return
        elif chance.random() < 0.03:
            self.enter(at, dossier, "waiting", {"state": "held"})
            at += datetime.timedelta(hours=chance.uniform(1, 60))
        due = after(at, days * 8)
        deadlines = {"from": iso(at), "handOver": iso(after(at, 4)), "provisional": False, "result": iso(due)}
        self.enter(at, dossier, "completed", deadlines)
        taken = after(at, chance.choice([0.2, 0.5, 1, 2, 3, 3.5, 5]))
        self.enter(taken, dossier, "acknowledged", {"by": agency, "message": f"a-{number}"})
        for other in others:
            self.enter(after(at, days * 8 * chance.uniform(0.2, 0.9)), dossier, "resultReceived", result(other))
        if chance.random() < 0.02:
            self.enter(after(taken, 1), dossier, "agencyRefused",
                       {"approvedBy": "Giám đốc", "by": agency, "reasons": ["không đủ điều kiện"], "refund": False})
            return
        late = chance.random() < {"000.00.12.H34": 0.2, "000.00.31.H34": 0.08}.get(agency.replace(self.province, "H34"), 0.03)
        share = chance.uniform(1.02, 2.5) if late else chance.uniform(0.15, 1.0)
        done = max(after(at, days * 8 * share), taken)
        self.enter(done, dossier, "resultReceived", result(agency))
        if chance.random() < 0.9:
            collected = done + datetime.timedelta(hours=chance.uniform(0, 72))
            self.enter(collected, dossier, "collected",
                       {"collectedAt": iso(collected), "formSigned": True, "originalsCompared": [], "route": "counter"})

    def aside(self, at, number):
        kind = self.chance.choice(["refused", "quarantined", "unmatched"])
        if kind == "refused":
            self.enter(at, None, kind, {
                "channel": "online", "content": hashlib.sha256(str(number).encode()).hexdigest(), "level": 3,
                "findings": [{"code": "unregistered-account"}], "procedure": "1.004269", "submission": f"s-{number}",
                "submitter": {"account": "1", "name": "Mẫu"}})
        elif kind == "quarantined":
            self.enter(at, None, kind, {"channel": "online", "code": "truncated", "name": f"{number}.zip", "reason": "-"})
        else:
            self.enter(at, None, kind, {"name": f"Scan{number}.pdf", "reason": "no form names it"})

    def lines(self, until, copies):
        head = "0" * 64
        number = 0
        while self.queue:
            at, _, dossier, event, facts = heapq.heappop(self.queue)
            if at > until:
                continue
            body = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            before, marker, after_id = body.partition('"submission":"s-')
            day, _, counted = (dossier or "").rpartition("-")
            for copy in range(copies):
                number += 1
                line = f'{{"n":{number},"at":"{iso(at)}","claim":"mau-{number}"'
                if dossier:
                    line += f',"dossier":"{day}-{(int(counted) - 1) * copies + copy + 1:04d}"'
                own = f"{before}{marker}{copy}-{after_id}" if marker and copies > 1 else body
                data = (line + f',"event":"{event}","facts":{own},"prev":"{head}"').encode()
                # Each line is a commit of its own, so it carries the mark of one.
                data += f',"commit":"{hashlib.sha256(data).hexdigest()[:16]}"}}'.encode()
                head = hashlib.sha256(data).hexdigest()
                yield at, data


def iso(at):
    return at.replace(microsecond=0).isoformat()


def examination(faults, level, chance):
    signatures = []
    if level == 4 and chance.random() < 0.8:
        passed = {"outcome": "passed"}
        unknown = {"outcome": "undetermined", "reason": "not-checked"}
        intact = passed if chance.random() < 0.95 else {"outcome": "failed", "reason": "digest-mismatch"}
        signatures = [{
            "coverage": {"files": [], "part": False, "whole": True}, "form": "xml", "intact": intact, "present": passed,
            "trusted": unknown, "valid": passed if chance.random() < 0.7 else unknown}]
    return {"findings": [{"code": code, "component": "CCCD"} for code in faults], "papers": [], "signatures": signatures}


def result(agency):
    return {"approvedBy": "Giám đốc", "by": agency, "papers": []}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--dossiers", type=int, default=2000)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="first", type=datetime.date.fromisoformat, default=datetime.date(2026, 1, 5))
    parser.add_argument("--to", dest="last", type=datetime.date.fromisoformat, default=datetime.date(2026, 11, 23))
    parser.add_argument("--province", default="H34")
    arguments = parser.parse_args()
    year = Year(random.Random(arguments.seed), arguments.first, arguments.last, arguments.province)
    for number in range(arguments.dossiers):
        year.dossier(number + 1)
    end = datetime.datetime.combine(arguments.last, datetime.time(23, 59, 59), tzinfo=ZONE)
    os.makedirs(arguments.folder, exist_ok=True)
    segment = None
    for at, data in year.lines(end, arguments.copies):
        name = f"{at:%Y-%m}.jsonl"
        if segment is None or segment.name.rpartition("/")[2] < name:
            if segment:
                segment.close()
            segment = open(f"{arguments.folder}/{name}", "wb")
        segment.write(data + b"\n")
    if segment:
        segment.close()


if __name__ == "__main__":
    main()
