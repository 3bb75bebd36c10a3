package import Dossiers

/// Who held a dossier for how long, in working seconds, from when it was complete until its end.
///
/// A pause is the citizen's alone, and what several co-agencies do side by side passes once, so that the parts sum up to the
/// whole.
package struct TimeSpent: Sendable, Equatable {
    /// Whom a delay is put down to; never the citizen, since no clock runs while one is waited for.
    package enum Holder: Sendable, Equatable { case coAgency(AgencyCode), formerLead(AgencyCode), agency }

    package private(set) var citizen = 0
    package private(set) var fee = 0
    /// Each one's own time, whoever else had it then; an agency that led before is one of them.
    package private(set) var coAgencies: [AgencyCode: Int] = [:]
    /// The time in which at least one of them had it.
    package private(set) var coAgency = 0
    /// What is left for the lead agency.
    package private(set) var agency = 0

    /// Nil-complete dossiers have spent nothing.
    package init(of dossier: CountedRow, until asOf: Moment, clock: WorkingClock) {
        guard let start = dossier.completedAt else { return }
        let end = min(dossier.finishedAt ?? asOf, asOf)
        func seconds(_ stretches: [Range<Moment>]) -> Int {
            stretches.reduce(0) { $0 + clock.workingSeconds(from: $1.lowerBound, to: $1.upperBound) }
        }
        let spells = dossier.spells.compactMap { spell -> (spell: CountedDossier.Spell, held: Range<Moment>)? in
            let (from, to) = (max(start, spell.from), min(end, spell.to ?? end))
            return from < to ? (spell, from..<to) : nil
        }
        let pauses = spells.filter { $0.spell.cause != .coAgency }
        for pause in pauses {
            if pause.spell.cause == .payment { fee += seconds([pause.held]) } else { citizen += seconds([pause.held]) }
        }
        var taken = pauses.map(\.held)
        for (spell, held) in spells where spell.cause == .coAgency {
            if let agency = spell.agency {
                coAgencies[agency, default: 0] += seconds(held.without(pauses.map(\.held)))
            }
            let alone = held.without(taken)
            coAgency += seconds(alone)
            taken += alone
        }
        agency = max(0, clock.workingSeconds(from: start, to: end) - citizen - fee - coAgency)
    }
}

extension Range<Moment> {
    /// What is left of it outside of others.
    fileprivate func without(_ others: [Range<Moment>]) -> [Range<Moment>] {
        var left: [Range<Moment>] = []
        var start = lowerBound
        for other in others.sorted(by: { $0.lowerBound < $1.lowerBound }) where other.overlaps(start..<upperBound) {
            if start < other.lowerBound { left.append(start..<other.lowerBound) }
            start = Swift.min(other.upperBound, upperBound)
        }
        if start < upperBound { left.append(start..<upperBound) }
        return left
    }
}

extension CountedRow {
    /// The working seconds past `due` until `end` in which its clock ran.
    package func secondsLate(since due: Moment, until end: Moment, clock: WorkingClock) -> Int {
        let pauses = spells.filter { $0.cause != .coAgency && $0.from < $0.to ?? end }
        return (due..<end).without(pauses.map { $0.from..<($0.to ?? end) })
            .reduce(0) { $0 + clock.workingSeconds(from: $1.lowerBound, to: $1.upperBound) }
    }

    /// Whom a delay of `late` working seconds is put down to: the agency that led when it became late and gave it to another since,
    /// else the co-agency that holds the dossier now, else the one without whose time it would not have been late, which may have
    /// led before, else the lead agency, which answers for the whole (Điều 8.1b).
    package func cause(late: Int, spent: TimeSpent, asOf: Moment) -> TimeSpent.Holder {
        let answerable = answerable(asOf: asOf)
        if answerable != agency { return .formerLead(answerable) }
        if isOpen, let agency = spells.last(where: { $0.cause == .coAgency && $0.to == nil })?.agency {
            return .coAgency(agency)
        }
        let longest = spent.coAgencies.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let longest, spent.coAgency >= late {
            return wasLed(by: longest.key) ? .formerLead(longest.key) : .coAgency(longest.key)
        }
        return .agency
    }
}
