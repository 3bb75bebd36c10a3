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
        text += ",\"event\":\"\(entry.event.name)\",\"facts\":" + (try json(EventFacts(entry.event)))
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
            let name = try line.decode(String.self, forKey: .event)
            event = try EventFacts.event(name, from: line.superDecoder(forKey: .facts))
        }
    }
}
