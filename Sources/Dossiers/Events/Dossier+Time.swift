extension Dossier {
    /// The appointment that the citizen has; nil before it was complete.
    package var due: Moment? { deadlines?.due }

    /// The appointment as far as it is certain: while the clock stands, only one that was over before.
    package var certainDue: Moment? {
        guard let pausedAt, let due else { return due }
        return due < pausedAt ? due : nil
    }

    /// Since when its clock stands; nil while it runs.
    package var pausedAt: Moment? { pauses.last.flatMap { $0.to == nil ? $0.from : nil } }

    /// Whether its appointment was over without a result at a moment, or before when its clock came to stand; what is marked
    /// counts for no clock.
    package func isOverdue(at now: Moment) -> Bool {
        guard let due, !isClosed, resolvedAt == nil, violation == nil else { return false }
        return due < min(now, pausedAt ?? now)
    }

    /// Its dates where its clock, which stands, runs again now; nil where the calendar has no working time that far.
    package func resumed(
        at now: Moment, procedure: Procedure, calendar: WorkingCalendar, handOverCalendar: WorkingCalendar? = nil
    ) -> Deadlines? {
        let pauses = pauses.map { Pause(cause: $0.cause, from: $0.from, to: $0.to ?? now) }
        guard let kept = deadlines,
            let moved = kept.resumed(
                after: pauses, procedure: procedure, calendar: calendar, handOverCalendar: handOverCalendar)
        else { return nil }
        // A hand-over that was done while the clock stood is measured by what the pause moved.
        let wasDone = handedOverAt.map { $0 <= pausedAt ?? now } ?? false
        return wasDone ? moved.keeping(handOverOf: kept) : moved
    }

    /// In whose hours its time for the hand-over runs: in those of the agency that leads, but where it was counted otherwise before.
    package var handOverBy: AgencyCode {
        guard let deadlines else { return agency }
        return deadlines.handOverBy ?? receipt.agency
    }

    /// The working seconds for which an agency has had the dossier until a moment, without the pauses (Điều 8.1b).
    package func workingSeconds(heldBy agency: AgencyCode, until now: Moment, calendar: WorkingCalendar) -> Int {
        holdings.filter { $0.agency == agency }.reduce(0) { sum, holding in
            sum + calendar.workingSeconds(from: holding.from, to: min(holding.to ?? now, now), without: pauses)
        }
    }
}
