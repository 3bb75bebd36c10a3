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

    /// The event that puts the dossier where it stands at `now`; complete ones get their deadlines (Điều 8.1a, 14.4).
    package static func event(
        findings: [Finding], procedure: Procedure, calendar: WorkingCalendar, now: Moment
    ) -> Event {
        if let state = waitingState(findings: findings) { return .waiting(state: state) }
        // Without a date there is no appointment to give: a person looks at it.
        return Deadlines(procedure: procedure, calendar: calendar, from: now).map { .completed($0) }
            ?? .waiting(state: .held)
    }
}
