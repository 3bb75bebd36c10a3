import Bytes
import Dossiers
import Foundation

/// An entry as its line of the ledger: number, time, claim, dossier, event, facts, and the digest of the line before.
///
/// The keys stand in that order and those of the facts sorted, so that the same entry gives the same bytes.
struct EntryCoding {
    private let encoder: JSONEncoder
    private let decoder = JSONDecoder()

    init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// Without the line's end.
    func line(_ entry: Entry, previous: Digest) throws -> [UInt8] {
        var text = "{\"n\":\(entry.number),\"at\":\"\(entry.at)\""
        if !entry.claim.isEmpty { text += ",\"claim\":" + (try json(entry.claim)) }
        if let dossier = entry.dossier { text += ",\"dossier\":\"\(dossier)\"" }
        text += ",\"event\":\"\(entry.event.name)\",\"facts\":" + (try facts(entry.event))
        text += ",\"prev\":\"\(previous)\"}"
        return Array(text.utf8)
    }

    /// The entry of a line and the digest that it gives for the line before.
    func entry(_ line: [UInt8]) throws -> (Entry, previous: Digest) {
        let record = try decoder.decode(Record.self, from: Data(line))
        return (
            Entry(
                number: record.n, at: record.at, claim: record.claim ?? "", dossier: record.dossier, event: record.event
            ),
            record.prev
        )
    }

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func facts(_ event: Event) throws -> String {
        switch event {
        case .received(let receipt): try json(receipt)
        case .examined(let examination): try json(examination)
        case .waiting(let state): try json(Facts.Waiting(state: state))
        case .completed(let deadlines): try json(deadlines)
        case .paid(let payment): try json(payment)
        case .postalCopyReceived(let copy): try json(copy)
        case .scanReceived(let component, let paper, let message):
            try json(Facts.Scan(component: component, paper: paper, message: message))
        case .acknowledged(let agency, let message): try json(Facts.Acknowledged(by: agency, message: message))
        case .refused(let refusal): try json(refusal)
        case .repeated(let submission): try json(Facts.Repeated(submission: submission))
        case .rejected(let message, let reason): try json(Facts.Rejected(message: message, reason: reason))
        case .quarantined(let quarantined): try json(quarantined)
        case .unmatched(let name, let reason): try json(Facts.Unmatched(name: name, reason: reason))
        case .published(let output): try json(output)
        case .incident(let kind, let open, let effect):
            try json(Facts.Incident(kind: kind, open: open, effect: effect))
        case .nightlyDone(let day): try json(Facts.Nightly(day: day))
        }
    }

    /// The shapes of facts that are no values of the domain by themselves.
    private enum Facts {
        struct Waiting: Codable { let state: DossierState }
        struct Scan: Codable { let component: String, paper: Paper, message: String }
        struct Acknowledged: Codable { let by: AgencyCode, message: String }
        struct Repeated: Codable { let submission: String }
        struct Rejected: Codable { let message: String, reason: String }
        struct Unmatched: Codable { let name: String, reason: String }
        struct Incident: Codable { let kind: String, open: Bool, effect: String }
        struct Nightly: Codable { let day: Day }
    }

    private struct Record: Decodable {
        enum Key: String, CodingKey { case n, at, claim, dossier, event, facts, prev }

        let n: Int
        let at: Moment
        let claim: String?
        let dossier: DossierCode?
        let event: Event
        let prev: Digest

        init(from decoder: any Decoder) throws {
            let line = try decoder.container(keyedBy: Key.self)
            n = try line.decode(Int.self, forKey: .n)
            at = try line.decode(Moment.self, forKey: .at)
            claim = try line.decodeIfPresent(String.self, forKey: .claim)
            dossier = try line.decodeIfPresent(DossierCode.self, forKey: .dossier)
            prev = try line.decode(Digest.self, forKey: .prev)
            func facts<Value: Decodable>(_ type: Value.Type) throws -> Value { try line.decode(type, forKey: .facts) }
            let name = try line.decode(String.self, forKey: .event)
            switch name {
            case "received": event = .received(try facts(Receipt.self))
            case "examined": event = .examined(try facts(Examination.self))
            case "waiting": event = .waiting(state: try facts(Facts.Waiting.self).state)
            case "completed": event = .completed(try facts(Deadlines.self))
            case "paid": event = .paid(try facts(PaymentReceipt.self))
            case "postalCopyReceived": event = .postalCopyReceived(try facts(PostalCopyReceipt.self))
            case "scanReceived":
                let scan = try facts(Facts.Scan.self)
                event = .scanReceived(component: scan.component, paper: scan.paper, message: scan.message)
            case "acknowledged":
                let acknowledged = try facts(Facts.Acknowledged.self)
                event = .acknowledged(by: acknowledged.by, message: acknowledged.message)
            case "refused": event = .refused(try facts(Refusal.self))
            case "repeated": event = .repeated(submission: try facts(Facts.Repeated.self).submission)
            case "rejected":
                let rejected = try facts(Facts.Rejected.self)
                event = .rejected(message: rejected.message, reason: rejected.reason)
            case "quarantined": event = .quarantined(try facts(Quarantined.self))
            case "unmatched":
                let unmatched = try facts(Facts.Unmatched.self)
                event = .unmatched(name: unmatched.name, reason: unmatched.reason)
            case "published": event = .published(try facts(Output.self))
            case "incident":
                let incident = try facts(Facts.Incident.self)
                event = .incident(kind: incident.kind, open: incident.open, effect: incident.effect)
            case "nightlyDone": event = .nightlyDone(day: try facts(Facts.Nightly.self).day)
            default:
                throw DecodingError.dataCorruptedError(
                    forKey: .event, in: line, debugDescription: "no event is called «\(name)»")
            }
        }
    }
}

extension Event {
    /// The stable word that stands in the ledger.
    var name: String {
        switch self {
        case .received: "received"
        case .examined: "examined"
        case .waiting: "waiting"
        case .completed: "completed"
        case .paid: "paid"
        case .postalCopyReceived: "postalCopyReceived"
        case .scanReceived: "scanReceived"
        case .acknowledged: "acknowledged"
        case .refused: "refused"
        case .repeated: "repeated"
        case .rejected: "rejected"
        case .quarantined: "quarantined"
        case .unmatched: "unmatched"
        case .published: "published"
        case .incident: "incident"
        case .nightlyDone: "nightlyDone"
        }
    }
}
