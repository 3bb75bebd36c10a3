import Dossiers

/// The facts of an event as they stand in its line.
struct EventFacts: Encodable {
    private let event: Event

    init(_ event: Event) { self.event = event }

    func encode(to encoder: any Encoder) throws {
        switch event {
        case .received(let receipt): try receipt.encode(to: encoder)
        case .examined(let examination): try examination.encode(to: encoder)
        case .waiting(let state): try Waiting(state: state).encode(to: encoder)
        case .completed(let deadlines), .resumed(let deadlines): try deadlines.encode(to: encoder)
        case .recounted(let recount): try recount.encode(to: encoder)
        case .forwarded: try None().encode(to: encoder)
        case .messageReceived(let message): try message.encode(to: encoder)
        case .paid(let payment): try payment.encode(to: encoder)
        case .postalCopyReceived(let copy): try copy.encode(to: encoder)
        case .scanReceived(let component, let paper, let message):
            try Scan(component: component, paper: paper, message: message).encode(to: encoder)
        case .supplemented(let supplement): try supplement.encode(to: encoder)
        case .withdrawn(let withdrawal): try withdrawal.encode(to: encoder)
        case .feedback(let feedback): try feedback.encode(to: encoder)
        case .acknowledged(let agency, let message):
            try Acknowledged(by: agency, message: message).encode(to: encoder)
        case .supplementRequested(let request): try request.encode(to: encoder)
        case .extended(let granted): try granted.encode(to: encoder)
        case .apologyDrafted(let draft): try draft.encode(to: encoder)
        case .agencyRefused(let refusal): try refusal.encode(to: encoder)
        case .resultReceived(let result): try result.encode(to: encoder)
        case .collected(let collection): try collection.encode(to: encoder)
        case .yearlyReport(let report): try report.encode(to: encoder)
        case .paused(let cause): try Paused(cause: cause).encode(to: encoder)
        case .refundOrdered(let order): try order.encode(to: encoder)
        case .remarked(let remark): try Remarked(remark: remark).encode(to: encoder)
        case .held(let act), .released(let act), .resent(let act), .violationMarked(let act),
            .violationCleared(let act):
            try act.encode(to: encoder)
        case .rerouted(let to, let act, let due):
            try Rerouted(to: to, by: act.by, reason: act.reason, deadlines: due).encode(to: encoder)
        case .refused(let refusal): try refusal.encode(to: encoder)
        case .repeated(let submission): try Repeated(submission: submission).encode(to: encoder)
        case .rejected(let rejection): try rejection.encode(to: encoder)
        case .quarantined(let quarantined): try quarantined.encode(to: encoder)
        case .unmatched(let item): try item.encode(to: encoder)
        case .matched(let name, let act):
            try Matched(name: name, by: act?.by, reason: act?.reason).encode(to: encoder)
        case .mayLieUnmatched(let names): try Candidates(names: names).encode(to: encoder)
        case .putBack(let name, let act): try PutBack(name: name, by: act.by, reason: act.reason).encode(to: encoder)
        case .published(let output): try output.encode(to: encoder)
        case .incident(let kind, let open, let effect):
            try Incident(kind: kind, open: open, effect: effect).encode(to: encoder)
        case .incidentAcknowledged(let kind, let act):
            try Acknowledgement(kind: kind, by: act.by, reason: act.reason).encode(to: encoder)
        case .nightlyDone(let day): try Nightly(day: day).encode(to: encoder)
        }
    }

    /// The event that is called `name`, with its facts.
    static func event(_ name: String, from decoder: any Decoder) throws -> Event {
        guard let kind = EventKind(rawValue: name) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: "no event is called «\(name)»"))
        }
        switch kind {
        case .received: return .received(try Receipt(from: decoder))
        case .examined: return .examined(try Examination(from: decoder))
        case .waiting: return .waiting(state: try Waiting(from: decoder).state)
        case .completed: return .completed(try Deadlines(from: decoder))
        case .forwarded: return .forwarded
        case .messageReceived: return .messageReceived(try MessageReceipt(from: decoder))
        case .paid: return .paid(try PaymentReceipt(from: decoder))
        case .postalCopyReceived: return .postalCopyReceived(try PostalCopyReceipt(from: decoder))
        case .scanReceived:
            let scan = try Scan(from: decoder)
            return .scanReceived(component: scan.component, paper: scan.paper, message: scan.message)
        case .supplemented: return .supplemented(try SupplementReceipt(from: decoder))
        case .withdrawn: return .withdrawn(try Withdrawal(from: decoder))
        case .feedback: return .feedback(try Feedback(from: decoder))
        case .acknowledged:
            let acknowledged = try Acknowledged(from: decoder)
            return .acknowledged(by: acknowledged.by, message: acknowledged.message)
        case .supplementRequested: return .supplementRequested(try SupplementRequest(from: decoder))
        case .extended: return .extended(try Extension(from: decoder))
        case .apologyDrafted: return .apologyDrafted(try Apology(from: decoder))
        case .agencyRefused: return .agencyRefused(try AgencyRefusal(from: decoder))
        case .resultReceived: return .resultReceived(try ResultReceipt(from: decoder))
        case .collected: return .collected(try Collection(from: decoder))
        case .yearlyReport: return .yearlyReport(try YearlyReport(from: decoder))
        case .paused: return .paused(try Paused(from: decoder).cause)
        case .recounted: return .recounted(try Recount(from: decoder))
        case .resumed: return .resumed(try Deadlines(from: decoder))
        case .refundOrdered: return .refundOrdered(try RefundOrder(from: decoder))
        case .remarked: return .remarked(try Remarked(from: decoder).remark)
        case .held: return .held(try PersonalAct(from: decoder))
        case .released: return .released(try PersonalAct(from: decoder))
        case .rerouted:
            let rerouted = try Rerouted(from: decoder)
            return .rerouted(
                to: rerouted.to, PersonalAct(by: rerouted.by, reason: rerouted.reason), rerouted.deadlines)
        case .resent: return .resent(try PersonalAct(from: decoder))
        case .violationMarked: return .violationMarked(try PersonalAct(from: decoder))
        case .violationCleared: return .violationCleared(try PersonalAct(from: decoder))
        case .refused: return .refused(try Refusal(from: decoder))
        case .repeated: return .repeated(submission: try Repeated(from: decoder).submission)
        case .rejected: return .rejected(try Rejection(from: decoder))
        case .quarantined: return .quarantined(try Quarantined(from: decoder))
        case .unmatched: return .unmatched(try Unmatched(from: decoder))
        case .matched:
            let matched = try Matched(from: decoder)
            return .matched(
                name: matched.name, matched.by.map { PersonalAct(by: $0, reason: matched.reason ?? "") })
        case .mayLieUnmatched: return .mayLieUnmatched(names: try Candidates(from: decoder).names)
        case .putBack:
            let putBack = try PutBack(from: decoder)
            return .putBack(name: putBack.name, PersonalAct(by: putBack.by, reason: putBack.reason))
        case .published: return .published(try Output(from: decoder))
        case .incident:
            let incident = try Incident(from: decoder)
            return .incident(kind: incident.kind, open: incident.open, effect: incident.effect)
        case .incidentAcknowledged:
            let acknowledged = try Acknowledgement(from: decoder)
            return .incidentAcknowledged(
                kind: acknowledged.kind, PersonalAct(by: acknowledged.by, reason: acknowledged.reason))
        case .nightlyDone: return .nightlyDone(day: try Nightly(from: decoder).day)
        }
    }

    // The shapes of facts that are no values of the domain by themselves.
    private struct None: Codable {}
    private struct Waiting: Codable { let state: DossierState }
    private struct Scan: Codable { let component: String, paper: Paper, message: String }
    private struct Acknowledged: Codable { let by: AgencyCode, message: String }
    private struct Paused: Codable { let cause: Pause.Cause }
    private struct Remarked: Codable { let remark: Remark }
    private struct Rerouted: Codable { let to: AgencyCode, by: String, reason: String, deadlines: Deadlines? }
    private struct Repeated: Codable { let submission: String }
    private struct PutBack: Codable { let name: String, by: String, reason: String }
    private struct Matched: Codable { let name: String, by: String?, reason: String? }
    private struct Candidates: Codable { let names: [String] }
    private struct Incident: Codable { let kind: String, open: Bool, effect: String }
    private struct Acknowledgement: Codable { let kind: String, by: String, reason: String }
    private struct Nightly: Codable { let day: Day }
}
