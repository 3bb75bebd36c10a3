import Bytes
import Dossiers

/// An entry as its line of the ledger: number, time, claim, dossier, event, facts, and the digest of the line before.
///
/// The keys stand in that order and those of the facts sorted, so that the same entry gives the same bytes.
struct EntryCoding {
    /// Without the line's end.
    func line(_ entry: Entry, previous: Digest) throws -> [UInt8] {
        var line: [UInt8] = []
        line.append(text: "{\"n\":")
        line.append(decimal: entry.number)
        line.append(text: ",\"at\":\"")
        entry.at.append(to: &line)
        line.append(text: "\"")
        if !entry.claim.isEmpty {
            line.append(text: ",\"claim\":")
            JSONText.quote(entry.claim, into: &line)
        }
        if let dossier = entry.dossier {
            line.append(text: ",\"dossier\":\"")
            dossier.append(to: &line)
            line.append(text: "\"")
        }
        line.append(text: ",\"event\":\"")
        line.append(text: entry.event.name)
        line.append(text: "\",\"facts\":")
        try JSONText.write(EventFacts(entry.event), into: &line)
        line.append(text: ",\"prev\":\"")
        previous.append(to: &line)
        line.append(text: "\"}")
        return line
    }

    /// The entry of a line.
    func entry(_ line: ArraySlice<UInt8>) throws -> Entry {
        if let head = EntryHead(line) {
            let event = try JSONText.read(Array(head.facts)) {
                try EventFacts.event(String(decoding: head.event, as: UTF8.self), from: $0)
            }
            return Entry(
                number: head.number, at: head.at, claim: String(decoding: head.claim, as: UTF8.self),
                dossier: head.dossier, event: event)
        }
        let record = try JSONText.value(Record.self, from: Array(line))
        return Entry(
            number: record.n, at: record.at, claim: record.claim ?? "", dossier: record.dossier, event: record.event)
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
