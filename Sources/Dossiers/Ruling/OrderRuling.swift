/// What an order of a person of the office does to its dossier.
package enum OrderRuling {
    /// Events that the order makes, or a sentence for whoever gave it that says why it makes none.
    package enum Ruling: Sendable, Equatable {
        case events([Event])
        case refused(String)
    }

    /// - Parameter agencies: those that the site knows, each with the dossier's calendar in its own hours.
    package static func rule(
        _ order: Order, _ matter: Matter, agencies: [AgencyCode: (agency: Agency, hours: WorkingCalendar)]
    ) -> Ruling {
        let dossier = matter.dossier
        let act = PersonalAct(by: order.by, reason: order.reason)
        guard act.by.saysSomething, act.reason.saysSomething else {
            return .refused("an order needs a reason and the name of whoever gives it")
        }
        switch order.verb {
        case .markViolation:
            guard dossier.violation == nil else { return .refused("\(dossier.code) is marked already") }
            return .events([.violationMarked(act)])
        case .clearViolation:
            guard dossier.violation != nil else { return .refused("\(dossier.code) is not marked") }
            return .events([.violationCleared(act)])
        case .refund, .refundPayment: return RefundRuling.rule(order, dossier)
        case .resend:
            guard dossier.isHandedOver else { return .refused("\(dossier.code) was not sent to any agency yet") }
            return .events([.resent(act)])
        case .retry: return .refused("only what lies in quarantine can be tried again")
        case .join: return .refused("what it does depends on the file that is joined")
        case .acknowledge: return .refused("only an incident is taken in hand")
        case .recount: return recount(act, matter)
        case .nightly: return .refused("the night's work is no single dossier's")
        case .hold, .release, .reroute, .withdraw, .refuse: break
        }
        guard !dossier.isClosed else {
            return .refused("\(dossier.code) is closed (\(dossier.state.rawValue)): nothing more is done with it")
        }
        switch order.verb {
        case .hold:
            if let hold = dossier.hold {
                return .refused("\(dossier.code) is held already, by \(hold.by): \(hold.reason)")
            }
            return .events([.held(act)])
        case .reroute: return reroute(order, act, matter, agencies)
        case .withdraw: return withdraw(act, dossier)
        case .refuse: return refuse(order, act, matter)
        default: return release(act, matter)
        }
    }

    private static func recount(_ act: PersonalAct, _ matter: Matter) -> Ruling {
        guard let former = matter.dossier.due,
            let moved = RecountRuling.moved(matter)
        else { return .refused("no date of \(matter.dossier.code) moves") }
        return .events([
            .recounted(Recount(deadlines: moved, former: former, by: act.by, reason: act.reason))
        ])
    }

    private static func withdraw(_ act: PersonalAct, _ dossier: Dossier) -> Ruling {
        guard dossier.resolvedAt == nil else {
            return .refused("\(dossier.code) has its result already: it is not taken back any more")
        }
        return .events([.withdrawn(Withdrawal(reason: nil, order: act))])
    }

    /// What nobody has taken in yet the one-stop office may refuse, by its leader's word (Điều 15.2); what agencies have, they do.
    ///
    /// What was paid goes back, since nothing is done for it (Điều 8.2c).
    private static func refuse(_ order: Order, _ act: PersonalAct, _ matter: Matter) -> Ruling {
        let dossier = matter.dossier
        guard !dossier.isHandedOver else {
            return .refused("\(dossier.code) was handed over: its agency refuses it, by a refusal")
        }
        guard dossier.state == .held else {
            let state = dossier.state.rawValue
            return .refused("\(dossier.code) is not held but \(state): only what is held is refused by order")
        }
        let refusal = AgencyRefusal(
            by: dossier.agency, reasons: [order.reason], approvedBy: order.approvedBy ?? "", refund: true, order: act)
        guard case .effect(let events) = RefusalRuling.judge(refusal, matter) else {
            return .refused("a refusal needs the name of the leader who approved it")
        }
        return .events(events)
    }

    private static func reroute(
        _ order: Order, _ act: PersonalAct, _ matter: Matter,
        _ agencies: [AgencyCode: (agency: Agency, hours: WorkingCalendar)]
    ) -> Ruling {
        let dossier = matter.dossier
        guard let to = order.to, let (agency, hours) = agencies[to] else {
            return .refused("no agency of this site has the code \(order.to?.description ?? "-")")
        }
        guard to != dossier.agency else { return .refused("\(dossier.code) is with \(to) already") }
        guard dossier.resolvedAt == nil else {
            return .refused("\(dossier.code) has its result already: it is not given to another agency")
        }
        guard agency.serves(on: matter.now.day) else {
            return .refused(
                "\(to) does not serve on \(matter.now.day): name the agency that does its work now, or set its since and until right in config/agencies.xml"
            )
        }
        let due = dossier.deadlines?.handedOn(to: to, at: matter.now, calendar: hours)
        return .events([.rerouted(to: to, act, due)])
    }

    /// A person's hold gives way to what stood behind it; one that a finding brought about, to the findings without it.
    private static func release(_ act: PersonalAct, _ matter: Matter) -> Ruling {
        let dossier = matter.dossier
        if dossier.hold != nil {
            var free = dossier
            free.clearHold()
            guard dossier.resolvedAt != nil else { return .events([.released(act)] + completion(of: free, matter)) }
            // A result that came meanwhile goes out now, where it goes out online.
            return .events(
                [.released(act)] + ResultRuling.release(free, isPaid: !matter.owesFeeWithResult, at: matter.now))
        }
        guard dossier.state == .held else {
            return .refused("\(dossier.code) is not held but \(dossier.state.rawValue)")
        }
        let findings = dossier.findings.filter { $0.severity != .hold }
        return .events([.released(act), matter.examination(findings)] + matter.standing(findings))
    }

    /// What became complete while it was held goes to its agencies with the release; what still waits has had its letter.
    private static func completion(of free: Dossier, _ matter: Matter) -> [Event] {
        guard free.deadlines == nil, !free.isCentral, Standing.waitingState(findings: free.findings) == nil else {
            return []
        }
        return matter.standing(free.findings, of: free)
    }
}
