/// Where a dossier stands by what is still wrong with it.
package enum Standing {
    /// What the dossier waits for; nil when it is complete.
    ///
    /// Supplement comes before a person's decision, that before the
    /// post, the post before payment.
    package static func waitingState(findings: [Finding]) -> DossierState? {
        switch findings.map(\.severity).min() {
        case .refusal: .refused
        case .supplement: .awaitingSupplement
        case .hold: .held
        case .postalCopy: .awaitingPostalCopy
        case .payment: .awaitingPayment
        case .remark, nil: nil
        }
    }

    /// The events that put a dossier where it stands at `now`.
    ///
    /// One that is complete for the first time gets its deadlines (Điều 8.1a, 14.4). One that was complete and waits for
    /// its citizen once more has its clock paused until all that was asked for has come, and resumed with the dates moved; nothing
    /// else stops it, a person's decision neither.
    ///
    /// - Parameters:
    ///   - dossier: as it stood before; nil for a new one.
    ///   - handOverCalendar: of the agency that leads, where it keeps other hours than the one that received it.
    package static func events(
        findings: [Finding], dossier: Dossier?, procedure: Procedure, calendar: WorkingCalendar,
        handOverCalendar: WorkingCalendar? = nil, now: Moment
    ) -> [Event] {
        let waiting = waitingState(findings: findings)
        guard let dossier, let deadlines = dossier.deadlines else {
            if let waiting { return [.waiting(state: waiting)] }
            if let dossier, dossier.isCentral {
                return dossier.standing == .awaitingSupplement ? [.waiting(state: dossier.stateWithAgencies)] : []
            }
            // A person's hold keeps it from its agencies, and from its clock, until the release; nobody else is waited for.
            if let dossier, dossier.hold != nil {
                return dossier.standing == .held ? [] : [.waiting(state: .held)]
            }
            // Without a date there is no appointment to give: a person looks at it.
            let another = dossier.flatMap { $0.agency == $0.receipt.agency ? nil : $0.agency }
            let deadlines = Deadlines(
                procedure: procedure, calendar: calendar, from: now, handOverBy: another,
                handOverCalendar: handOverCalendar)
            return [deadlines.map { .completed($0) } ?? .waiting(state: .held)]
        }
        if let waiting, waiting != .held {
            let pause = dossier.isPaused ? nil : cause(of: waiting).map { Event.paused($0) }
            return [pause, .waiting(state: waiting)].compactMap { $0 }
        }
        guard dossier.isPaused else {
            guard dossier.standing == .held else { return waiting == nil ? [] : [.waiting(state: .held)] }
            // What a person had to look at goes on by the dates that it has.
            return waiting == nil ? [.resumed(deadlines)] : []
        }
        let isAwaited = findings.contains { $0.severity.waitsForCitizen }
        guard !isAwaited,
            let moved = dossier.resumed(
                at: now, procedure: procedure, calendar: calendar, handOverCalendar: handOverCalendar)
        else { return [.waiting(state: .held)] }
        return [.resumed(moved)] + (waiting == nil ? [] : [.waiting(state: .held)])
    }

    /// For what the clock stands still; a person's decision is ours to make, so it goes on.
    private static func cause(of waiting: DossierState) -> Pause.Cause? {
        switch waiting {
        case .awaitingSupplement, .awaitingPostalCopy: .supplement
        case .awaitingPayment: .payment
        default: nil
        }
    }
}
