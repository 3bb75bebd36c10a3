import Bytes
import Delivery
package import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// Orders of persons of the office: ruled on like arrivals, entered with who and why.
extension Office {
    /// Carries out what lies in `State/orders/`; whether there was anything.
    package func takeOrders() throws -> Bool {
        let found = try orders.found(now: machine.realtime().seconds)
        for item in found {
            switch item {
            case .order(let id, let order):
                guard let answer = try answer(order, id) else { return true }
                tell(order, answer)
                try orders.finish(id, answer)
            case .refused(let id, let why):
                say(LogEvent(.orderRefused, "State/orders/\(open: id).order is refused: \(open: why)"))
                try orders.finish(id, Order.Answer(isDone: false, text: why))
            }
        }
        return !found.isEmpty
    }

    /// A night that fails is an incident by then, and ends nothing else; nil where it was broken off, and the next start has it.
    private func answer(_ order: Order, _ id: String) throws -> Order.Answer? {
        do {
            return try tellingDamage { try carryOut(order) }
        } catch is NightBroken {
            return nil
        } catch let damage as LedgerDamage where !hasUnpublished {
            // Else each start would meet it again, and end.
            try orders.finish(id, Order.Answer(isDone: false, text: "\(damage)"))
            throw damage
        } catch let gap as ArchiveGap where !hasUnpublished {
            // Nothing was entered, and each start would meet it again.
            return Order.Answer(isDone: false, text: "\(gap)")
        } catch let unreadable as ParseError where !hasUnpublished {
            return Order.Answer(isDone: false, text: "what lies in the archive cannot be read: \(unreadable)")
        } catch
            where order.verb == .nightly && !hasUnpublished && (error as? FileError)?.isUnsynced != true
        {
            return Order.Answer(isDone: false, text: "\(error)")
        }
    }

    private func tell(_ order: Order, _ answer: Order.Answer) {
        let what = order.dossier?.description ?? order.item ?? order.day?.description ?? "-"
        say(
            LogEvent(
                answer.isDone ? .order : .orderRefused,
                "\(open: order.verb.rawValue) \(open: what) by \(open: order.by): \(open: answer.text)",
                ["order": "\(open: order.verb.rawValue)", "dossier": "\(open: what)", "by": "\(open: order.by)"]))
    }

    func ordersFolder() -> Folder { orders.folder }

    /// What became of it; throws only where our own disk fails.
    package func carryOut(_ order: Order) throws -> Order.Answer {
        if order.verb != .acknowledge, let fault = try clockFault() {
            return Order.Answer(isDone: false, text: "\(fault): set the clock first")
        }
        guard try order.verb == .acknowledge || mayLeave() else {
            return Order.Answer(
                isDone: false,
                text: "nothing can leave by \(site.folders.outbox) now, as an incident tells: order it again later")
        }
        switch order.verb {
        case .retry: return try putBack(order)
        case .recount: return try recount(order)
        case .acknowledge: return try acknowledge(order)
        case .nightly: return try keepNight(order)
        default: break
        }
        guard let code = order.dossier, let dossier = try register.dossier(code) else {
            return Order.Answer(nothing: "no dossier has the code \(order.dossier?.description ?? "-")")
        }
        guard let matter = matter(of: dossier, now: clock.now) else {
            let procedure = dossier.receipt.procedureVersion
            return Order.Answer(
                isDone: false,
                text: "the procedure of \(code), \(procedure), is not in the catalogue: put its file back first")
        }
        if order.verb == .join { return try join(order, matter) }
        let agencies = site.catalogue.agencies.mapValues {
            (agency: $0, hours: site.calendars.calendar(of: dossier, for: $0.code))
        }
        switch OrderRuling.rule(order, matter, agencies: agencies) {
        case .refused(let why): return Order.Answer(isDone: false, text: why)
        case .events(let events):
            switch order.verb {
            case .resend: return try resend(dossier, events)
            case .reroute:
                try enter(events, for: dossier, as: "order") { entries, after in
                    try self.plan(entries, dossier: after) + self.deliveries(of: after, from: dossier.agency)
                }
                return Order.Answer(isDone: true, text: "\(code) is with \(order.to?.description ?? "-") now")
            default:
                var outputs: [PlannedOutput] = []
                try enter(events, for: dossier, as: "order") { entries, after in
                    outputs = self.plan(entries, dossier: after)
                    return outputs
                }
                let after = try register.dossier(code) ?? dossier
                return Order.Answer(
                    isDone: true, text: OrderOutcome(order: order, dossier: after, outputs: outputs).description)
            }
        }
    }

    /// The whole dossier for the agency that leads from now on, where others have it already, and word of it for the one that led
    /// until now; each under the next name that this agency has none of.
    ///
    /// One that gives its part still gets whatever comes later, and no word of its own.
    private func deliveries(of dossier: Dossier, from former: AgencyCode) throws -> [PlannedOutput] {
        guard dossier.isHandedOver else { return [] }
        let before = try deliveries(of: dossier.code)
        func planned(_ agency: AgencyCode, _ content: (Int) -> PlannedOutput.Content) -> PlannedOutput {
            let own = before.filter { $0.output.path.hasPrefix("agencies/\(agency)/") }
            let number = own.compactMap(\.output.deliveryNumber).max().map { $0 + 1 } ?? 1
            return PlannedOutput(
                kind: .dossier, path: path(of: dossier.code, number: number, to: agency), content: content(number))
        }
        let isElsewhere = !dossier.agencies.contains(former) && site.catalogue.agencies[former] != nil
        return [planned(dossier.agency) { .whole(number: $0) }]
            + (isElsewhere ? [planned(former) { .handedOn(number: $0) }] : [])
    }

    private func keepNight(_ order: Order) throws -> Order.Answer {
        try nightly(order.day)
        try publishMetrics(finished: "nightly")
        let what = order.day.map { "the night's work of \($0)" } ?? "the night's work"
        return Order.Answer(isDone: true, text: "\(what) is done, as far as there was any")
    }

    private func acknowledge(_ order: Order) throws -> Order.Answer {
        let kind = order.item ?? ""
        guard incidents.contains(kind) else {
            return Order.Answer(nothing: "no incident «\(kind)» is open")
        }
        try record(
            [.incidentAcknowledged(kind: kind, PersonalAct(by: order.by, reason: order.reason))], as: "order")
        if kind == Self.guardIncident { try forgetStop() }
        return Order.Answer(isDone: true, text: "«\(kind)» is in the hands of \(order.by)")
    }

    private func putBack(_ order: Order) throws -> Order.Answer {
        let item = order.item ?? ""
        let returned = try QuarantineTray(site: site, state: state, inbox: inbox).putBack(item) {
            // An interruption may have come between the entry and the end.
            if try !register.isPutBack(item) {
                try record([.putBack(name: item, PersonalAct(by: order.by, reason: order.reason))], as: "order")
            }
        }
        switch returned {
        case .isNotThere: return Order.Answer(nothing: "«\(item)» does not lie in quarantine")
        case .placeIsTaken(let place):
            return Order.Answer(isDone: false, text: "\(place) is there already: let it be taken first, then try again")
        case .isNotServed(let place):
            return Order.Answer(
                isDone: false,
                text: "«\(item)» came by \(place), which is no folder of the inbox any more: nobody would look there")
        case .lies(let place):
            return Order.Answer(isDone: true, text: "«\(item)» lies in \(place) again, and is read anew")
        }
    }
}
