import Dossiers
import Files
import Foundation
import Ledgers
import Publications
import Testing

@testable import Pipeline

@Suite("Counting from a table of the past")
struct LedgerCountTests {
    private func reports(
        _ made: MadeUpLedger, _ moments: [Moment], followed: Int = 30
    ) throws -> (reports: [[String]], count: LedgerCount) {
        let compliance = try made.compliance
        let count = try LedgerCount(compliance.ledger, in: made.folder, for: moments, followed: followed)
        return (try count.read(moments) { try MadeUpLedger.reports(compliance, $0) }, count)
    }

    @Test(
        "A table of the past and the entries since give every report of every day in the bytes of the whole ledger",
        arguments: [(20, 20), (90, 20), (150, 149), (300, 60), (60, 300)])
    func sameBytes(snapshotAt: Int, tableAt: Int) throws {
        let made = try MadeUpLedger()
        try #require(made.entries.count > 300)
        try made.write(snapshotAt: snapshotAt, tableAt: tableAt)
        // Moments behind the table, in it and before it, and one that is no hour's end.
        let moments = try [4, 9, 15, 22].map(MadeUpLedger.end) + [MadeUpLedger.end(of: 29)]
        let odd = try MadeUpLedger.end(of: 12).advanced(bySeconds: -4711)
        let asked = (moments + [odd]).sorted()
        #expect(try reports(made, asked).reports == made.truth(asked))
        for moment in asked { #expect(try reports(made, [moment]).reports == made.truth([moment]), "\(moment)") }
        #expect(try CountedFile(in: made.folder, of: made.compliance.ledger)?.end.number == tableAt)
    }

    @Test("What was issued before an entry is told as it was, though later entries concern the same dossiers")
    func before() throws {
        let made = try MadeUpLedger()
        try made.write(snapshotAt: 200, tableAt: 240)
        let compliance = try made.compliance
        let count = try compliance.count(for: [])
        try count.goOn()
        for (day, number) in [(9, 150), (15, 210), (22, 260)] {
            let moment = try MadeUpLedger.end(of: day)
            let then = try count.at(moment, before: number) { try MadeUpLedger.reports(compliance, $0) }
            #expect(try then == made.truth([moment], before: number)[0])
            // And the present is as it was.
            #expect(
                try count.at(MadeUpLedger.end(of: 30)) { try MadeUpLedger.reports(compliance, $0) }
                    == made.truth([MadeUpLedger.end(of: 30)])[0])
        }
    }

    @Test("A table that is kept again and again is the one that is made at once")
    func inSteps() throws {
        let made = try MadeUpLedger()
        let name = FileName.literal("counted")
        try made.write(snapshotAt: 40, tableAt: 40, until: 40)
        for stop in stride(from: 80, through: made.entries.count, by: 40) {
            let (ledger, _) = try Ledger.open(folder: made.folder) { _ in }
            try ledger.append(Array(made.entries[(stop - 40)..<stop]))
            if stop.isMultiple(of: 80) { _ = try Ledger.open(folder: made.folder, watching: [], snapshotAfter: 1) }
            let count = try LedgerCount(
                LedgerReading(folder: made.folder), in: made.folder, for: [], followed: 25)
            try count.goOn()
            try count.keep(after: 1)
            let end = try MadeUpLedger.end(of: 30)
            #expect(try reports(made, [end]).reports == made.truth([end]))
        }
        #expect(try made.folder.status(of: name) != nil)
    }

    @Test(
        "One that is damaged, of another version, or of another ledger is not used, and is made anew",
        arguments: [
            "cut", "changed", "older", "other ledger", "shortened ledger", "no snapshot", "left half done", "a folder",
        ])
    func unfit(how: String) throws {
        let made = try MadeUpLedger()
        try made.write(snapshotAt: 200, tableAt: 200)
        let path = "\(made.site.path)/State/ledger"
        let url = URL(fileURLWithPath: "\(path)/counted")
        var bytes = try Data(contentsOf: url)
        let good = bytes
        switch how {
        case "cut": try bytes.dropLast(100).write(to: url)
        case "changed":
            bytes[bytes.count / 3] ^= 1
            try bytes.write(to: url)
        case "older":
            let text = String(decoding: bytes, as: Unicode.UTF8.self)
            try #require(text.contains("\"generation\":\(CountedFile.generation),"))
            try Data(bytes.suffix(300)).write(to: url)
        case "other ledger":
            let other = try MadeUpLedger(dossiers: 30)
            try other.write(snapshotAt: 100, tableAt: 100)
            try FileManager.default.removeItem(at: url)
            try FileManager.default.copyItem(atPath: "\(other.site.path)/State/ledger/counted", toPath: url.path)
        case "shortened ledger":
            try made.clear()
            let (ledger, _) = try Ledger.open(folder: made.folder) { _ in }
            try ledger.append(Array(made.entries[..<120]))
            _ = try Ledger.open(folder: made.folder, watching: [], snapshotAfter: 1)
            try good.write(to: url)
        case "a folder":
            try FileManager.default.removeItem(at: url)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        case "no snapshot": try FileManager.default.removeItem(atPath: "\(path)/snapshot")
        default:
            try FileManager.default.removeItem(at: url)
            try bytes.prefix(5000).write(to: URL(fileURLWithPath: "\(path)/.counted.part"))
        }
        let end = try MadeUpLedger.end(of: 30)
        if how != "no snapshot" { #expect(try CountedFile(in: made.folder, of: made.compliance.ledger) == nil) }
        let (found, count) = try reports(made, [end])
        #expect(try found == made.truth([end]))
        guard how != "no snapshot" else { return }
        try count.keep(after: 1)
        let new = try #require(try CountedFile(in: made.folder, of: made.compliance.ledger))
        #expect(new.end.number == (how == "shortened ledger" ? 120 : made.entries.count))
        #expect(made.site.names("State/ledger").filter { $0.hasPrefix(".") }.isEmpty)
    }

    @Test("Wherever it was cut, and whichever byte of it has changed, it is not used")
    func anyByte() throws {
        let made = try MadeUpLedger(dossiers: 30)
        try made.write(snapshotAt: 100, tableAt: 100)
        let url = URL(fileURLWithPath: "\(made.site.path)/State/ledger/counted")
        let whole = try Data(contentsOf: url)
        let reading = try made.compliance.ledger
        #expect(try CountedFile(in: made.folder, of: reading) != nil)
        for place in stride(from: 0, to: whole.count, by: 41) {
            var bytes = whole
            bytes[place] ^= 1 << (place % 8)
            try bytes.write(to: url)
            #expect(try CountedFile(in: made.folder, of: reading) == nil, "byte \(place)")
            try whole.prefix(place).write(to: url)
            #expect(try CountedFile(in: made.folder, of: reading) == nil, "cut at \(place)")
        }
    }

    /// A file may be whole by its digests and yet be none: whoever wrote it may have had a mistake in him.
    @Test("Numbers in it that lead nowhere are seen, even where every digest fits")
    func soundness() throws {
        let made = try MadeUpLedger(dossiers: 30)
        try made.write(snapshotAt: 100, tableAt: 100)
        let file = try SummedFile(made.folder.open(FileName.literal("counted")))
        let body = try file.read(at: 0, count: file.bodySize)
        func use(_ body: [UInt8], _ head: [UInt8]) throws -> CountedFile? {
            var writer = SummedWriter(try made.folder.create(FileName.literal(".other")))
            try writer.write(body[...])
            try writer.finish(head: head)
            try made.folder.rename(
                FileName.literal(".other"), to: made.folder, as: FileName.literal("counted"), replacing: true)
            return try CountedFile(in: made.folder, of: made.compliance.ledger)
        }
        #expect(try use(body, file.head) != nil)
        // The second row before the first, and in each row a word that there is none of.
        for place in [1, 12, 16, 20, 24, 28, 32, 38] {
            var bytes = body
            bytes[place] = 0x7f
            #expect(try use(bytes, file.head) == nil, "byte \(place)")
        }
        let head = String(decoding: file.head, as: UTF8.self)
        for (old, new) in [
            ("\"rows\":", "\"rows\":-"), ("\"rows\":", "\"rows\":9"), ("\"marks\":", "\"marks\":9223372036854775"),
            ("\"asidesSize\":", "\"asidesSize\":-1"), ("\"pieces\":", "\"pieces\":4"),
            ("\"generation\":\(CountedFile.generation)", "\"generation\":0"),
        ] {
            try #require(head.contains(old))
            #expect(try use(body, Array(head.replacing(old, with: new).utf8)) == nil, "\(new)")
        }
    }

    @Test("A nightly run from a table makes the files that one without a table makes")
    func nightly() throws {
        func run(snapshotAfter: Int) throws -> [String: String] {
            let made = try MadeUpLedger()
            try made.write(snapshotAt: made.entries.count, tableAt: 250)
            if snapshotAfter == .max {
                for name in ["snapshot", "counted"] { try made.folder.remove(FileName.literal(name)) }
            }
            let now = try #require(Moment("2026-11-30T01:00:00+07:00"))
            let office = try Office(site: made.site.path, now: now, mode: .once, snapshotAfter: snapshotAfter) { _ in }
            for day in [20, 27, 28] { try office.nightly(Day(year: 2026, month: 11, day: day)) }
            var files: [String: String] = [:]
            for day in made.site.names("Outbox/reports") {
                for name in made.site.names("Outbox/reports/\(day)") where !name.hasSuffix(".xlsx") {
                    files["\(day)/\(name)"] = try made.site.read("Outbox/reports/\(day)/\(name)")
                }
            }
            return files
        }
        let (with, without) = (try run(snapshotAfter: 1), try run(snapshotAfter: .max))
        #expect(with.count > 30)
        #expect(with.keys.sorted() == without.keys.sorted())
        for (name, content) in with { #expect(content == without[name], "\(name)") }
    }
}
