import Bytes
import Dossiers
import Files
import Testing

@testable import Ledgers

@Suite("The head of an entry")
struct EntryHeadTests {
    private let coding = EntryCoding()

    private func line(_ entry: Entry, isLast: Bool) throws -> [UInt8] {
        let line = try coding.line(entry, previous: Ledger.origin)
        return isLast ? LineSeal.committing(line) : line
    }

    @Test("It says what the entry says, and the facts behind it are the entry's", arguments: [false, true])
    func sameAsEntry(isLast: Bool) throws {
        for entry in try Entries.all() {
            let line = try line(entry, isLast: isLast)
            let head = try #require(EntryHead(line[...]))
            #expect(head.number == entry.number)
            #expect(head.at == entry.at && head.at.offset == entry.at.offset)
            #expect(head.dossier == entry.dossier)
            #expect(String(decoding: head.claim, as: UTF8.self) == entry.claim)
            #expect(String(decoding: head.event, as: UTF8.self) == entry.event.name)
            #expect(try coding.entry(line[...]) == entry)
        }
    }

    @Test("A word that no event is called by makes no entry")
    func unknownWord() throws {
        let entry = try Entries.all()[0]
        let text = String(decoding: try line(entry, isLast: false), as: UTF8.self)
        let other = Array(text.replacing("\"event\":\"received\"", with: "\"event\":\"receive\"").utf8)
        #expect(throws: DecodingError.self) { try coding.entry(other[...]) }
    }

    @Test("A line in which something is written otherwise is read as any JSON, with the same outcome")
    func otherwise() throws {
        var entry = try Entries.all()[0]
        entry = Entry(
            number: 7, at: entry.at, claim: "a \"claim\" \\ of\ttwo", dossier: entry.dossier, event: entry.event)
        let escaped = try line(entry, isLast: true)
        #expect(EntryHead(escaped[...]) == nil)
        #expect(try coding.entry(escaped[...]) == entry)
        let text = String(decoding: try line(entry, isLast: false), as: UTF8.self)
        let blank = Array(text.replacing("\"event\":", with: "\"event\": ").utf8)
        #expect(EntryHead(blank[...]) == nil)
        #expect(try coding.entry(blank[...]) == entry)
    }

    @Test(
        "Facts that are cut off, or followed by anything, are no entry",
        arguments: [("\"facts\":{", "\"facts\":{{"), (",\"prev\"", ",\"n\":1,\"prev\""), ("\"facts\":{", "\"facts\":")])
    func damaged(wanted: String, found: String) throws {
        let entry = try Entries.all()[0]
        let text = String(decoding: try line(entry, isLast: false), as: UTF8.self)
        #expect(throws: DecodingError.self) { try coding.entry(Array(text.replacing(wanted, with: found).utf8)[...]) }
    }

    @Test("A ledger's heads are those of its entries, in order")
    func reading() throws {
        let home = try TemporaryFolder()
        let entries = try Entries.all()
        let (ledger, _) = try Ledger.open(folder: home.folder) { _ in }
        try ledger.append(entries)
        var numbers: [Int] = []
        try LedgerReading(folder: home.folder).forEachHead { numbers.append($0.number) }
        #expect(numbers == entries.map(\.number))
    }
}
