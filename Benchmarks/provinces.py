#!/usr/bin/env python3
"""Figures for a country of provinces, by simulation where no machine of that size is at hand: docs/scaling.md quotes them.

usage: provinces.py [--provinces 34] [--dossiers 2000000] [--rate 160] [--follow-rate 500] [--seed 1] [--package-kb 550]
                    [--events 10] [--event-bytes 480] [--tally-bytes 690] [--tally-rate 37500]

--dossiers are those of a mean province in a year. --rate is how many packages hoso takes in for a second of processor time, and
--follow-rate how many small messages (an agency's word, a payment); --tally-rate is how many entries `hoso tally` counts in one. The
figures unless said are those that docs/scaling.md measures. A shard is a queue with one server: what arrives waits until it is quiet (settleAfter), is claimed at the
next look, and is served in its turn. Arrivals follow the working day: two humps, an evening of people at home, Mondays above
Fridays, thin weekends, more after holidays. The same seed gives the same table.
"""

import argparse
import datetime
import math
import random

YEAR = 2026
OFF = {datetime.date(YEAR, *day) for day in [(1, 1), (1, 2), (4, 27), (4, 30), (5, 1), (8, 31), (9, 1), (9, 2), (11, 24)]}
OFF |= {datetime.date(YEAR, 2, day) for day in range(16, 21)}
# Shares of a working day by hour, and of a day off.
WORKING = [.3, .2, .1, .1, .2, .6, 2, 6, 11, 12, 10, 5, 3.5, 7, 10, 9.5, 7, 4, 3, 3, 2.8, 2, 1.2, .5]
RESTING = [1, .6, .4, .3, .3, .7, 2, 4, 6, 8, 8, 6, 5, 5, 6, 6, 6, 6, 6, 7, 7, 5, 3, 1.7]
MONDAY_TO_SUNDAY = [1.25, 1.1, 1.0, 1.0, .9, .22, .16]
# What follows a submission: an agency takes it over and answers, the citizen fetches it; some are supplemented, some paid.
FOLLOWING = 3.4
SETTLE, SCAN = 2.0, 30.0
# The busiest ones are simulated; the rest of the year is easier.
WEEKS = 8


def weights():
    """The weight of each hour of the year, which sum to 1."""
    day, hours, after_rest = datetime.date(YEAR, 1, 1), [], False
    while day.year == YEAR:
        rest = day in OFF or day.weekday() > 4
        weight = 0.2 if day in OFF else MONDAY_TO_SUNDAY[day.weekday()]
        if after_rest and not rest and day - datetime.timedelta(days=1) in OFF:
            weight *= 1.6
        if day.day >= 28:
            weight *= 1.15
        profile = RESTING if rest else WORKING
        hours += [weight * share / sum(profile) for share in profile]
        after_rest, day = rest, day + datetime.timedelta(days=1)
    total = sum(hours)
    return [hour / total for hour in hours]


def poisson(chance, mean):
    if mean > 50:
        return max(0, round(chance.gauss(mean, math.sqrt(mean))))
    limit, product, count = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


class Shard:
    """A queue with one server; waits are kept as a histogram of milliseconds, in steps of 2 per cent."""

    def __init__(self):
        self.free = 0.0
        self.busy = 0.0
        self.counts = {}
        self.number = 0
        self.longest = 0.0

    def serve(self, at, seconds, network):
        seen = at + SETTLE
        if network:
            # Nobody tells of a change: it is seen at one look and quiet at the next.
            seen = math.ceil(at / SCAN) * SCAN + SCAN
        start = max(seen, self.free)
        self.free = start + seconds
        self.busy += seconds
        wait = self.free - at
        self.number += 1
        self.longest = max(self.longest, wait)
        step = round(math.log(max(wait, 0.001) * 1000) / math.log(1.02))
        self.counts[step] = self.counts.get(step, 0) + 1

    def quantile(self, share):
        left = share * self.number
        for step in sorted(self.counts):
            left -= self.counts[step]
            if left <= 0:
                return 1.02 ** step / 1000
        return self.longest


def busiest_weeks(hours):
    """The first hour of the eight weeks in which most arrives."""
    return max(range(0, len(hours) - WEEKS * 168, 24), key=lambda start: sum(hours[start:start + WEEKS * 168]))


def through(chance, options, dossiers, hours, network=False, slower=1.0):
    """One shard through the busiest weeks of the year."""
    shard, busiest, first = Shard(), 0.0, busiest_weeks(hours)
    for hour, weight in enumerate(hours[first:first + WEEKS * 168]):
        packages = poisson(chance, dossiers * weight)
        messages = poisson(chance, dossiers * FOLLOWING * weight)
        busiest = max(busiest, slower * (packages / options.rate + messages / options.follow_rate) / 3600)
        arrivals = [(chance.uniform(0, 3600), options.rate) for _ in range(packages)]
        arrivals += [(chance.uniform(0, 3600), options.follow_rate) for _ in range(messages)]
        for at, rate in sorted(arrivals):
            # A package of many scans takes longer than one of few.
            shard.serve(hour * 3600 + at, slower / rate * chance.lognormvariate(-0.18, 0.6), network)
    return shard, busiest


def seconds(value):
    return f"{value:.1f} s" if value < 120 else f"{value / 60:.0f} min" if value < 7200 else f"{value / 3600:.1f} h"


def size(bytes_):
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if bytes_ < 1000 or unit == "TB":
            return f"{bytes_:.0f} {unit}" if bytes_ >= 10 or unit == "B" else f"{bytes_:.1f} {unit}"
        bytes_ /= 1000
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--provinces", type=int, default=34)
    parser.add_argument("--dossiers", type=int, default=2_000_000)
    parser.add_argument("--rate", type=float, default=160)
    parser.add_argument("--follow-rate", type=float, default=500)
    parser.add_argument("--event-bytes", type=int, default=480)
    parser.add_argument("--events", type=float, default=10)
    parser.add_argument("--tally-bytes", type=int, default=690)
    parser.add_argument("--package-kb", type=int, default=550)
    parser.add_argument("--tally-rate", type=float, default=37_500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    hours = weights()
    peak = max(hours)

    print(f"{options.provinces} provinces × {options.dossiers:,} dossiers a year; {FOLLOWING} messages follow a dossier; "
          f"the busiest hour of the year has {peak * options.dossiers:,.0f} submissions and {peak * FOLLOWING * options.dossiers:,.0f} messages.\n")
    print("| a shard serves | dossiers a year | busy in the busiest eight weeks | in the busiest hour | wait p50 | p99 | longest |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    cases = [
        ("a sixteenth of a mean province", options.dossiers // 16, False, 1),
        ("a quarter of it", options.dossiers // 4, False, 1),
        ("a mean province", options.dossiers, False, 1),
        ("a quarter of it, inbox on NFS", options.dossiers // 4, True, 1),
        ("a mean province, ten times slower", options.dossiers, False, 10),
        ("the largest province, four times the mean", 4 * options.dossiers, False, 1),
    ]
    for name, dossiers, network, slower in cases:
        shard, busiest = through(random.Random(options.seed), options, dossiers, hours, network, slower)
        print(f"| {name} | {dossiers:,} | {100 * shard.busy / (WEEKS * 168 * 3600):.2f} % | {100 * busiest:.1f} % | {seconds(shard.quantile(.5))} | "
              f"{seconds(shard.quantile(.99))} | {seconds(shard.longest)} |")

    each = options.dossiers
    day = each * sum(sorted((sum(hours[start:start + 24]) for start in range(0, len(hours), 24)), reverse=True)[:1])
    backlog = day / options.rate + day * FOLLOWING / options.follow_rate
    print(f"\nAfter a whole busiest day of standing still ({day:,.0f} submissions), a mean province has caught up in {seconds(backlog)}.\n")
    print("| in a year | a mean province | the country |")
    print("| --- | --- | --- |")
    for name, amount, form in [
        ("dossiers", each, "n"), ("ledger entries", each * options.events, "n"),
        ("ledger", each * options.events * options.event_bytes, "b"),
        ("ledger packed (gzip, a fifth)", each * options.events * options.event_bytes / 5, "b"),
        ("archive and outbox", each * options.package_kb * 1000 * 2, "b"),
        ("tallies", each * options.tally_bytes, "b"),
    ]:
        whole = amount * options.provinces
        print(f"| {name} | {f'{amount:,.0f}' if form == 'n' else size(amount)} | {f'{whole:,.0f}' if form == 'n' else size(whole)} |")
    events = each * options.events * options.provinces
    print(f"\nOne core counts the country's year in {seconds(events / options.tally_rate)}; a hundred cores in {seconds(events / options.tally_rate / 100)}.")


main()
