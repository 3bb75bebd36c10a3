/// What a command of the office does to a dossier.
package enum OfficeRuling {
    /// Why a command does nothing; the ledger keeps only what was done.
    package enum Objection: String, Error, Sendable {
        /// It is returned, refused or withdrawn.
        case closed
        /// No name or no reason was given.
        case unsigned
        case notHeld = "not-held"
        case heldAlready = "held-already"
        case sameAgency = "same-agency"
        case notHandedOver = "not-handed-over"
        case markedAlready = "marked-already"
        case notMarked = "not-marked"
        case notPaid = "not-paid"
        case refundedAlready = "refunded-already"
        /// More than was paid, or nothing.
        case wrongAmount = "wrong-amount"
        /// A refund beyond the decree's own needs the law that says so.
        case noBasis = "no-basis"
    }

    package static func rule(
        _ act: OfficeAct, _ person: PersonalAct, _ matter: Matter
    ) -> Result<[Event], Objection> {
        let dossier = matter.dossier
        guard person.by.saysSomething, person.reason.saysSomething else { return .failure(.unsigned) }
        switch act {
        case .markViolation:
            return dossier.violation == nil ? .success([.violationMarked(person)]) : .failure(.markedAlready)
        case .clearViolation:
            return dossier.violation == nil ? .failure(.notMarked) : .success([.violationCleared(person)])
        case .refund(let amount, let basis):
            return refund(amount, basis: basis, person, dossier)
        case .hold, .release, .reroute, .resend: break
        }
        guard !dossier.isClosed else { return .failure(.closed) }
        switch act {
        case .hold: return dossier.hold == nil ? .success([.held(person)]) : .failure(.heldAlready)
        case .release: return release(person, matter)
        case .reroute(let agency):
            return agency == dossier.agency ? .failure(.sameAgency) : .success([.rerouted(to: agency, person)])
        default: return dossier.isHandedOver ? .success([.resent(person)]) : .failure(.notHandedOver)
        }
    }

    /// A person's own hold goes away, and what waited behind it goes on; what intake held for a person is settled by the release.
    private static func release(_ person: PersonalAct, _ matter: Matter) -> Result<[Event], Objection> {
        let dossier = matter.dossier
        if dossier.hold != nil {
            var released = dossier
            released.clearHold()
            let online =
                dossier.resolvedAt == nil
                ? [] : ResultRuling.release(released, isPaid: !matter.owesFeeWithResult, at: matter.now)
            return .success([.released(person)] + online)
        }
        guard dossier.state == .held else { return .failure(.notHeld) }
        let findings = dossier.findings.filter { $0.severity != .hold }
        return .success([.released(person), matter.examination(findings)] + matter.standing(findings))
    }

    private static func refund(
        _ amount: Int, basis: String, _ person: PersonalAct, _ dossier: Dossier
    ) -> Result<[Event], Objection> {
        let paid = dossier.payments.reduce(0) { $0 + $1.amount }
        guard paid > 0 else { return .failure(.notPaid) }
        guard dossier.refund == nil else { return .failure(.refundedAlready) }
        guard (1...paid).contains(amount) else { return .failure(.wrongAmount) }
        guard basis.saysSomething else { return .failure(.noBasis) }
        return .success([
            .refundOrdered(
                RefundOrder(
                    amount: amount, references: dossier.payments.map(\.reference), reason: person.reason, basis: basis))
        ])
    }
}
