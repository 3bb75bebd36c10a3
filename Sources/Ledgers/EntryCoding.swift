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

    /// The entry of a line.
    func entry(_ line: [UInt8]) throws -> Entry {
        let record = try decoder.decode(Record.self, from: Data(line))
        return Entry(
            number: record.n, at: record.at, claim: record.claim ?? "", dossier: record.dossier, event: record.event)
    }

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private struct Record: Decodable {
        enum Key: String, CodingKey { case n, at, claim, dossier, event, facts }

        let n: Int
        let at: Moment
        let claim: String?
        let dossier: DossierCode?
        let event: Event

        init(from decoder: any Decoder) throws {
            let line = try decoder.container(keyedBy: Key.self)
            n = try line.decode(Int.self, forKey: .n)
            at = try line.decode(Moment.self, forKey: .at)
            claim = try line.decodeIfPresent(String.self, forKey: .claim)
            dossier = try line.decodeIfPresent(DossierCode.self, forKey: .dossier)
            let name = try line.decode(String.self, forKey: .event)
            event = try EventFacts.event(name, from: line.superDecoder(forKey: .facts))
        }
    }
}
