import Bytes
import Dossiers
import Publications
import Testing

@Suite("How the system ran, and what it keeps to")
struct RunLogTests {
    @Test("The province's yearly report tells of nights and incidents, and for how much of the time nothing was wrong")
    func Dieu17_2_runLog() throws {
        let act = PersonalAct(by: "hoa", reason: "đang xử lý")
        var events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T00:00", nil, .incident(kind: "disk-full", open: true, effect: "")),
            ("2026-11-16T01:00", nil, .incidentAcknowledged(kind: "disk-full", act)),
            ("2026-11-16T12:00", nil, .incident(kind: "disk-full", open: false, effect: "")),
            ("2026-11-18T00:00", nil, .incident(kind: "mail", open: true, effect: "")),
        ]
        for day in 14...16 {
            events.append(("2026-11-\(day + 1)T01:00", nil, .nightlyDone(day: Counted.day("2026-11-\(day)"))))
        }
        let data = Counted.data(events, from: "2026-11-14", to: "2026-11-18")
        let report = try YearlyDraft(data, agency: nil).report()
        let html = String(decoding: report.html, as: UTF8.self)
        // Three of four nights, one day and a half of five with something wrong.
        #expect(html.contains("3/4 ngày (75,0%)"))
        #expect(html.contains("thời gian không có sự cố: 70,0%"))
        let table = try #require(report.tables.first { $0.id == "runs" })
        #expect(table.fields.map { $0[0] } == ["disk-full", "mail"])
        #expect(table.fields[0].last == "12")
        #expect(try !YearlyDraft(data, agency: Counted.agency()).report().tables.contains { $0.id == "runs" })
    }

    @Test("The statement of standards names what is accepted, and takes its lists from the program itself")
    func Dieu9_1_standards() {
        let lines = Standards.lines
        func use(_ subject: String) -> String { lines.first { $0.subject == subject }?.use ?? "" }
        for type in MediaType.attachments { #expect(use("attachments").contains(type.mime)) }
        #expect(!use("attachments").contains(MediaType.xml.mime))
        for digest in HashAlgorithm.allCases {
            #expect(use("digests").contains("\(digest.rawValue);") || use("digests").contains("\(digest.rawValue) "))
        }
        #expect(use("archives").contains("\(Limits().zipEntries)"))
        #expect(Set(lines.map(\.subject)).count == lines.count)
    }

    @Test("A sheet for each agency stands on what Điều 5 and 8 ask: use, gaps of its catalogue, time kept")
    func Dieu13_1_sheetOfAnAgency() throws {
        let code = Counted.code(1)
        let data = Counted.data([
            ("2026-11-16T08:00", code, Counted.received()),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00")),
            ("2026-11-18T10:00", code, Counted.result()),
        ])
        let report = try YearlyDraft(data, agency: Counted.agency()).report()
        let captions = report.tables.map(\.id)
        #expect(captions.contains("usage") && captions.contains("gaps") && captions.contains("sla"), "\(captions)")
        let gaps = try #require(report.tables.first { $0.id == "gaps" })
        #expect(!gaps.fields.isEmpty && gaps.fields.allSatisfy { $0[0] == Counted.agency().description })
    }

    @Test("Nights that were missed before the first one in time count, and no day before the system's first")
    func Dieu17_2_firstDays() throws {
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-14T09:00", Counted.code(1), Counted.received()),
            ("2026-11-16T00:00", nil, .incident(kind: "disk-full", open: true, effect: "")),
            ("2026-11-17T00:00", nil, .incident(kind: "disk-full", open: false, effect: "")),
            ("2026-11-17T01:00", nil, .nightlyDone(day: Counted.day("2026-11-16"))),
        ]
        func words(_ events: [(String, DossierCode?, Event)], from: String) throws -> String {
            let data = Counted.data(events, from: from, to: "2026-11-18")
            return String(decoding: try YearlyDraft(data, agency: nil).report().html, as: UTF8.self)
        }
        // Of the nights of 14 to 17/11 one was in time; one day of five had something wrong.
        let year = try words(events, from: "2026-01-01")
        #expect(year.contains("1/4 ngày (25,0%)") && year.contains("thời gian không có sự cố: 80,0%"))
        #expect(try words(events, from: "2026-11-17").contains("0/1 ngày (0,0%)"))
        let refused = Counted.refused("s-1")
        #expect(try words([("2026-11-15T09:00", nil, refused)], from: "2026-01-01").contains("0/3 ngày (0,0%)"))
        #expect(try words([], from: "2026-01-01").contains("0/0 ngày (—)"))
    }
}
