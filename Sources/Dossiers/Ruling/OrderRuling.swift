/// What an order of a person of the office does to its dossier.
package enum OrderRuling {
    /// Events that the order makes, or a sentence for whoever gave it that says why it makes none.
    package enum Ruling: Sendable, Equatable {
        case events([Event])
        case refused(String)
    }

    /// - Parameters:
    ///   - procedure: the version that holds for the dossier.
    ///   - agencies: those that the site knows.
    package static func rule(
        _ order: Order, dossier: Dossier, procedure: Procedure, agencies: Set<AgencyCode>, calendar: WorkingCalendar,
        now: Moment
    ) -> Ruling {
        let act = PersonalAct(by: order.by, reason: order.reason)
        if dossier.isClosed, order.verb != .resend {
            return .refused("\(dossier.code) is closed (\(dossier.state.rawValue)): nothing more is done with it")
        }
        switch order.verb {
        case .hold:
            if let hold = dossier.hold {
                return .refused("\(dossier.code) is held already, by \(hold.by): \(hold.reason)")
            }
            return .events([.held(act)])
        case .release:
            return release(dossier, act, procedure: procedure, calendar: calendar, now: now)
        case .resend:
            guard dossier.isHandedOver else { return .refused("\(dossier.code) was not sent to any agency yet") }
            return .events([.resent(act)])
        case .reroute:
            guard let to = order.to, agencies.contains(to) else {
                return .refused("no agency of this site has the code \(order.to?.description ?? "-")")
            }
            guard to != dossier.agency else { return .refused("\(dossier.code) is with \(to) already") }
            guard dossier.resolvedAt == nil else {
                return .refused("\(dossier.code) has its result already: it is not given to another agency")
            }
            return .events([.rerouted(to: to, act)])
        case .retry:
            return .refused("only what lies in quarantine can be tried again")
        }
    }

    /// A person's hold gives way to what stood behind it; one that a finding brought about, to the findings without it.
    private static func release(
        _ dossier: Dossier, _ act: PersonalAct, procedure: Procedure, calendar: WorkingCalendar, now: Moment
    ) -> Ruling {
        if dossier.hold != nil { return .events([.released(act)]) }
        guard dossier.state == .held else {
            return .refused("\(dossier.code) is not held but \(dossier.state.rawValue)")
        }
        let findings = dossier.findings.filter { $0.severity != .hold }
        return .events([
            .released(act),
            .examined(Examination(papers: dossier.papers, findings: findings, signatures: dossier.signatures)),
            Standing.event(findings: findings, procedure: procedure, calendar: calendar, now: now),
        ])
    }
}
