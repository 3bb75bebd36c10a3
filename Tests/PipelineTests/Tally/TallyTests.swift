import Bytes
import Dossiers
import Files
import Foundation
import Ledgers
@testable import Pipeline
import Publications
import Settings
import Testing

@Suite("Counting in parts")
struct TallyTests {
    /// A site with some dossiers and some arrivals that became none, and the lines of its ledger.
    private func site() throws -> (TestSite, [[UInt8]]) {
        let site = try TestSite()
        for number in 1...6 {
            let card = Forms.pdf("card \(number)")
            let deed = Forms.pdf("deed \(number)")
            let form = Forms.submission(
                "s-\(number)", account: number == 3 ? "0999999999" : "0900000001",
                attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
            var files = [("hoso.xml", form), ("cccd.pdf", card)]
            if number != 2 { files.append(("gcn.pdf", deed)) }
            try site.drop("online/s-\(number).zip", Forms.zip(files))
        }
        try site.drop("postal/Scan0001.pdf", Forms.pdf("scan"))
        try site.once()
        let lines = try site.names("State/ledger").filter { $0.hasSuffix(".jsonl") }.flatMap { name in
            try site.read("State/ledger/\(name)").utf8.split(separator: UInt8(ascii: "\n")).map(Array.init)
        }
        return (site, lines)
    }

    private func tally(_ lines: [[UInt8]], _ view: TallyView) throws -> [[UInt8]] {
        var tally = Tally()
        for line in lines { tally.add(try LedgerLine(line), of: view.site.code, asOf: view.end(of: nil)) }
        return try tally.records.map { try $0.line() }
    }

    private func part(_ line: [UInt8], of count: Int) throws -> Int {
        let entry = try LedgerLine(line).entry
        return (entry.dossier?.number ?? entry.number) % count
    }

    @Test(
        "A ledger that is counted in parts gives every report in the same bytes as one that is counted whole",
        arguments: ReportRequest.Kind.allCases)
    func sameBytes(kind: ReportRequest.Kind) throws {
        let (site, lines) = try site()
        let view = try TallyView(site: site.path, now: site.now)
        let parts = try (0..<3).map { number in try tally(lines.filter { try part($0, of: 3) == number }, view) }
        var joined = Tally()
        for record in parts.reversed().joined() { try joined.add(TallyRecord(record)) }
        let request = ReportRequest(kind)
        let whole = try SiteView(site: site.path, now: site.now).report(request)
        let fromParts = try view.report(joined, request)
        #expect(whole.html == fromParts.html)
        #expect(whole.json == fromParts.json)
        #expect(whole.csv == fromParts.csv)
    }

    @Test("A dossier whose lines were given to two parts is named, and nothing is reported")
    func splitDossier() throws {
        let (site, lines) = try site()
        let view = try TallyView(site: site.path, now: site.now)
        let record = try tally(lines, view)[0]
        var joined = Tally()
        try joined.add(TallyRecord(record))
        #expect(throws: Tally.SplitDossier.self) { try joined.add(TallyRecord(record)) }
    }

    @Test(
        "A tally that another version made is refused, with what to do, wherever it stands among others",
        arguments: ["", "\"generation\":\(CountedFile.generation - 1),"])
    func otherVersion(former: String) throws {
        let (site, lines) = try site()
        let view = try TallyView(site: site.path, now: site.now)
        let own = "\"generation\":\(CountedFile.generation),"
        let records = try tally(lines, view).map { String(decoding: $0, as: UTF8.self) }
        #expect(records.count { $0.contains(own) } == 1)
        var joined = Tally()
        let error = #expect(throws: Tally.OtherVersion.self) {
            for record in records { try joined.add(TallyRecord(Array(record.replacing(own, with: former).utf8))) }
        }
        #expect(error?.description.contains("\(view.site.code) was made by another version") == true)
        #expect(error?.description.contains("«hoso tally»") == true)
    }

    @Test("A tally of one day joins neither a tally nor a report of another, and says so")
    func otherDay() throws {
        let (site, lines) = try site()
        let view = try TallyView(site: site.path, now: site.now)
        let (today, before) = (view.today, view.today.advanced(by: -1))
        var asOfToday = Tally()
        for line in lines { asOfToday.add(try LedgerLine(line), of: "a", asOf: view.end(of: today)) }
        #expect(throws: Never.self) { try view.report(asOfToday, ReportRequest(.sla, to: today)) }
        #expect(throws: Tally.OtherDay.self) { try view.report(asOfToday, ReportRequest(.sla, to: before)) }
        var joined = Tally()
        for record in asOfToday.records { try joined.add(record) }
        let other = TallyRecord.ledger("b", Tally.Position(number: 1, head: "-"), before)
        let error = #expect(throws: Tally.OtherDay.self) { try joined.add(other) }
        #expect(error?.description.contains("«hoso tally --to \(today)»") == true)
        // One whose lines are all of later says of which day it is all the same.
        var asOfBefore = Tally()
        let long = try #require(Moment("2026-01-01T00:00:00+07:00"))
        for line in lines { asOfBefore.add(try LedgerLine(line), of: "a", asOf: long) }
        #expect(asOfBefore.records.count == 1)
        #expect(throws: Tally.OtherDay.self) { for record in asOfBefore.records { try joined.add(record) } }
        // One that saw nothing says nothing of a day.
        #expect(throws: Never.self) { try view.report(Tally(), ReportRequest(.sla, to: before)) }
    }

    @Test("A tally names nobody")
    func Dieu13_5_nobodysData() throws {
        let (site, lines) = try site()
        let text = String(decoding: try tally(lines, TallyView(site: site.path, now: site.now)).joined(), as: UTF8.self)
        for data in ["Nguyễn", "0900000001", "062090001234", "an@example.vn", "Trần Phú"] {
            #expect(!text.contains(data), "\(data)")
        }
    }

    @Test("An export tells by columns what reports leave out: a ministry's own, and what is marked")
    func Dieu4_5_exported() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.dropComplete("s-2")
        let marked = try #require(try site.once().first?.dossier)
        let order = Order(.markViolation, dossier: marked, reason: "giả mạo", by: "hoa")
        #expect(try Office(site: site.path, now: site.now, mode: .once) { _ in }.carryOut(order).isDone)
        func rows() throws -> [String: [String]] {
            _ = try Export(into: "\(site.path)/out", format: .csv).write(SiteView(site: site.path, now: site.now))
            let lines = try site.read("out/dossiers.csv").split(whereSeparator: \.isNewline)
                .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            #expect(lines[0].suffix(3) == ["central", "suspect", "new_date"])
            return Dictionary(uniqueKeysWithValues: lines.dropFirst().map { ($0[0], $0.suffix(3).dropLast()) })
        }
        #expect(try rows()[marked.description] == ["false", "true"])
        #expect(try rows().values.filter { $0 == ["false", "false"] }.count == 1)
        let file = "config/procedures/1.004269.xml"
        let text = try site.read(file).replacing("code=\"1.004269\"", with: "code=\"1.004269\" central=\"true\"")
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(file)"))
        #expect(try rows()[marked.description] == ["true", "true"])
    }

    @Test(
        "An export holds every dossier and every event once, in each format, and names nobody",
        arguments: Export.Format.allCases)
    func export(format: Export.Format) throws {
        let (site, lines) = try site()
        let folder = "\(site.path)/export"
        let written = try Export(into: folder, format: format).write(SiteView(site: site.path, now: site.now))
        #expect(written.events == lines.count)
        #expect(written.dossiers == 5)
        let dossiers = try site.read("export/dossiers.\(format.rawValue)")
        let events = try site.read("export/events.\(format.rawValue)")
        #expect(dossiers.matches(of: #/000\.00\.12\.H34-261123-[0-9]{4}/#).count == 5)
        for data in ["Nguyễn", "0900000001", "062090001234"] { #expect(!(dossiers + events).contains(data)) }
        let rows = events.split(whereSeparator: \.isNewline).count
        switch format {
        case .csv: #expect(rows == lines.count + 1)
        case .jsonl: #expect(rows == lines.count)
        case .sql:
            #expect(events.contains("COPY hoso_events") && events.hasSuffix("\\.\nCOMMIT;\n"))
            // A table that an older export made is loaded too.
            #expect(dossiers.contains("ALTER TABLE hoso_dossiers ADD COLUMN IF NOT EXISTS suspect boolean;\n"))
        }
    }
}
