import Signatures
package import Dossiers

/// Following a dossier's own fold, entry by entry.
extension CountedDossier {
    /// - Parameter dossier: as the entry leaves it.
    package mutating func follow(_ entry: Entry, _ dossier: Dossier) {
        if case .examined(let examination) = entry.event { examine(examination) }
        if case .rerouted(_, _, .some) = entry.event { handOn(at: entry.at, pausedAt: dossier.pausedAt) }
        agency = dossier.agency
        state = dossier.state
        isCentral = dossier.isCentral
        isSuspect = dossier.violation != nil
        isPaused = dossier.isPaused || (dossier.deadlines == nil && Self.waits.contains(dossier.state))
        spells = Self.spells(of: dossier)
        // A person's hold that comes later does not undo that the dossier was received.
        if countedFrom == nil, state != .held { countedFrom = entry.at }
        if let deadlines = dossier.deadlines {
            if completedAt == nil { completedAt = deadlines.from }
            handOverDue = deadlines.handOver
            sameDayDue = deadlines.sameDayHandOver
            calendar = deadlines.calendar
            provisional = deadlines.isDueProvisional
            measure(by: deadlines, dossier)
        }
        handedOverAt = dossier.handedOverAt
        finishedAt = dossier.resolvedAt ?? dossier.closedAt
        ending = finishedAt == nil ? nil : dossier.resolvedAt != nil ? .resolved : Ending(dossier.state)
        returnedAt = dossier.state == .returned ? dossier.closedAt : nil
    }

    /// What the agency that led until now did of its hand-over stays its own, since the next has a time of its own.
    private mutating func handOn(at now: Moment, pausedAt: Moment?) {
        guard let due = handOverDue, let from = formerHandOvers?.last?.givenAt ?? completedAt else { return }
        let former = HandOver(
            agency: agency, from: from, due: due, sameDayDue: sameDayDue, doneAt: handedOverAt,
            end: min(handedOverAt ?? now, pausedAt ?? now), givenAt: now)
        formerHandOvers = (formerHandOvers ?? []) + [former]
    }

    /// An agency may promise less than the published time, and an extension gives more.
    private mutating func measure(by deadlines: Deadlines, _ dossier: Dossier) {
        due = dossier.measuredDue
        if let date = deadlines.extendedTo, let at = dossier.extendedAt { newDate = NewDate(at: at, date: date) }
        let published = deadlines.published ?? deadlines.result
        self.published = published == due ? nil : published
    }

    private static let waits: Set<DossierState> = [.awaitingSupplement, .awaitingPostalCopy, .awaitingPayment]

    private mutating func examine(_ examination: Examination) {
        let codes = Set(examination.findings.map(\.code.rawValue)).sorted()
        guard firstFindings != nil else {
            firstFindings = codes
            signature = SignatureWorth(of: examination.signatures)
            return
        }
        if secondFindings == nil { secondFindings = codes }
    }

    private static func spells(of dossier: Dossier) -> [Spell] {
        dossier.pauses.map { Spell($0.cause == .payment ? .payment : .supplement, from: $0.from, to: $0.to) }
            + dossier.holdings.filter { $0.agency != dossier.agency }.map {
                Spell(.coAgency, agency: $0.agency, from: $0.from, to: $0.to)
            }
    }
}

extension CountedDossier.Ending {
    /// Nil for a state that is no end.
    init?(_ state: DossierState) {
        switch state {
        case .resolved, .returned: self = .resolved
        case .refused: self = .refused
        case .withdrawn: self = .withdrawn
        default: return nil
        }
    }
}
