package import Dossiers

/// Who held a dossier for how long, in working minutes, from when it was complete until its end.
package struct TimeSpent: Sendable, Equatable {
    /// Whom a delay is put down to.
    package enum Holder: Sendable, Equatable { case citizen, fee, coAgency(AgencyCode), agency }

    package private(set) var citizen = 0
    package private(set) var fee = 0
    package private(set) var coAgencies: [AgencyCode: Int] = [:]
    /// What is left for the lead agency.
    package private(set) var agency = 0

    package var coAgency: Int { coAgencies.values.reduce(0, +) }

    /// Nil-complete dossiers have spent nothing.
    package init(of dossier: CountedRow, until asOf: Moment, clock: WorkingClock) {
        guard let start = dossier.completedAt else { return }
        let end = min(dossier.finishedAt ?? asOf, asOf)
        for spell in dossier.spells {
            let minutes = clock.workingMinutes(from: max(start, spell.from), to: min(end, spell.to ?? end))
            switch spell.cause {
            case .supplement: citizen += minutes
            case .payment: fee += minutes
            case .coAgency:
                if let agency = spell.agency { coAgencies[agency, default: 0] += minutes }
            }
        }
        agency = max(0, clock.workingMinutes(from: start, to: end) - citizen - fee - coAgency)
    }
}

extension CountedRow {
    /// Whom a delay of `late` working minutes is put down to: whoever holds the dossier now, else the co-agency without
    /// whose time it would not have been late, else the lead agency, which answers for the whole (Điều 8.1b).
    package func cause(late: Int, spent: TimeSpent) -> TimeSpent.Holder {
        if isPaused, let pause = spells.last(where: { $0.to == nil && $0.cause != .coAgency }) {
            return pause.cause == .payment ? .fee : .citizen
        }
        if isOpen, let agency = spells.last(where: { $0.cause == .coAgency && $0.to == nil })?.agency {
            return .coAgency(agency)
        }
        let longest = spent.coAgencies.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let longest, spent.coAgency >= late { return .coAgency(longest.key) }
        return .agency
    }
}
