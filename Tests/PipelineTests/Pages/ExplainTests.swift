import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Publications
import Settings
import Testing

@Suite("Due dates explained, and a calendar tried out")
struct ExplainTests {
    private func code(_ text: String = "000.00.12.H34-261123-0001") throws -> DossierCode {
        try #require(DossierCode(text))
    }

    private func explain(_ site: TestSite) throws -> String {
        let text = try SiteView(site: site.path, now: site.now).explanation(of: code(), in: .english)
        return try #require(text)
    }

    private func site(endsWithTheDay: Bool = false, promises: Bool = false) throws -> TestSite {
        let site = try TestSite()
        if promises {
            let file = "config/procedures/1.004269.xml"
            let text = try site.read(file).replacing(
                "workingDays=\"2\"", with: "workingDays=\"5\" promisedDays=\"2\"")
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(file)"))
        }
        if endsWithTheDay {
            let text = try site.read("config/calendar.xml").replacing("<calendar ", with: "<calendar due=\"endOfDay\" ")
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/calendar.xml"))
        }
        let card = Forms.pdf("card")
        let deed = Forms.pdf("deed")
        try site.drop(
            "online/s-1.zip",
            Forms.zip([
                (
                    "hoso.xml",
                    Forms.submission(
                        "s-1",
                        attachments: [
                            Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed),
                        ])
                ), ("cccd.pdf", card), ("gcn.pdf", deed),
            ]))
        try site.once()
        return site
    }

    @Test("Every due date of a dossier is derived, and ends where the ledger has it")
    func explains() throws {
        let site = try site()
        let text = try explain(site)
        #expect(text.contains("(Điều 14.4): 2026-11-25T08:00:00+07:00"))
        #expect(text.contains("(NĐ 61/2018, Điều 18): 2026-11-23T17:00:00+07:00"))
        #expect(text.contains("(Điều 8.1a): 2026-11-26T14:00:00+07:00"))
        #expect(text.contains("holiday «Ngày Văn hóa Việt Nam»"))
        #expect(!text.contains("the ledger has"))
        let other = try code("000.00.12.H34-261123-0002")
        #expect(try SiteView(site: site.path, now: site.now).explanation(of: other, in: .english) == nil)
    }

    @Test(
        "A calendar that is changed afterwards moves nothing; its explanation says so, and a preview lists what would move"
    )
    func preview() throws {
        let site = try site()
        let file = URL(fileURLWithPath: "\(site.path)/config/calendar.xml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let changed = text.replacing(
            "<holiday from=\"2026-11-24\" to=\"2026-11-24\">",
            with: "<holiday from=\"2026-11-24\" to=\"2026-11-25\">")
        let moves = try SiteView(site: site.path, now: site.now).moves(by: Array(changed.utf8), named: "new.xml")
        #expect(moves.map(\.code) == [try code()])
        let changes = try #require(moves.first?.changes)
        #expect(changes.map(\.name) == ["due", "hand-over"])
        #expect(changes.map(\.told) == ["2026-11-26T14:00:00+07:00", "2026-11-25T08:00:00+07:00"])
        #expect(changes.map(\.counted) == ["2026-11-27T14:00:00+07:00", "2026-11-26T08:00:00+07:00"])
        #expect(try SiteView(site: site.path, now: site.now).moves(by: Array(text.utf8), named: "same.xml").isEmpty)
        #expect(throws: ConfigurationMistakes.self) {
            try SiteView(site: site.path, now: site.now).moves(by: Array("<calendar/>".utf8), named: "bad.xml")
        }

        try Data(changed.utf8).write(to: file)
        #expect(try site.list().first?[5] == "2026-11-26T14:00:00+07:00")
        let explanation = try explain(site)
        #expect(explanation.contains("the ledger has, and that holds: 2026-11-26T14:00:00+07:00"))
    }

    @Test(
        "A changed calendar is told once, and moves dates by a person's word, with a letter to the citizen and a list to the agency"
    )
    func Dieu8_1a_changedCalendar() throws {
        let site = try site()
        let file = URL(fileURLWithPath: "\(site.path)/config/calendar.xml")
        let changed = try String(contentsOf: file, encoding: .utf8).replacing(
            "<holiday from=\"2026-11-24\" to=\"2026-11-24\">",
            with: "<holiday from=\"2026-11-24\" to=\"2026-11-25\">")
        try Data(changed.utf8).write(to: file)
        try site.at("2026-11-25T01:00")
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        for _ in 0..<2 { try office.nightly(nil) }
        func incidents() -> Int { site.names("Outbox/incidents").count }
        #expect(incidents() == 1)
        #expect(try SiteView(site: site.path, now: site.now).moves().map(\.code) == [try code()])

        let order = Order(.recount, reason: "Thông báo nghỉ 25/11", by: "hoa")
        #expect(try office.carryOut(order).isDone)
        #expect(try !office.carryOut(order).isDone, "nothing is left to move")
        #expect(incidents() == 2, "and that it is over")
        #expect(try site.list().first?[5] == "2026-11-27T14:00:00+07:00")
        #expect(try SiteView(site: site.path, now: site.now).moves().isEmpty)
        #expect(try !explain(site).contains("the ledger has"))
        let notices = site.names("Outbox/notices")
        let letter = try #require(notices.first { $0.contains("-rescheduled-") })
        #expect(notices.count { $0.contains("-rescheduled-") } == 1)
        #expect(notices.count { $0.contains("000.00.12.H34-recount-") } == 1)
        let text = try SiteView(site: site.path, now: site.now).paper(.letter(.rescheduled), of: try code())
        let page = String(decoding: try #require(text), as: UTF8.self)
        #expect(page.contains("14 giờ 00 phút, ngày 27 tháng 11 năm 2026"), "\(letter)")
        #expect(page.contains("14 giờ 00 phút, ngày 26 tháng 11 năm 2026"))
        #expect(try site.read("Outbox/portal/\(try code()).status.xml").contains("2026-11-27T14:00:00+07:00"))
    }

    @Test("The agency's list of moved dossiers leaves with the first of them, and names them all")
    func Dieu8_1a_listWithTheFirst() throws {
        let site = try site()
        try site.dropComplete("s-2")
        try site.once()
        let file = URL(fileURLWithPath: "\(site.path)/config/calendar.xml")
        let changed = try String(contentsOf: file, encoding: .utf8).replacing(
            "<holiday from=\"2026-11-24\" to=\"2026-11-24\">",
            with: "<holiday from=\"2026-11-24\" to=\"2026-11-25\">")
        try Data(changed.utf8).write(to: file)
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        #expect(try office.carryOut(Order(.recount, reason: "Lịch mới", by: "hoa")).isDone)
        var claims: [String] = []
        var lists: [(path: String, claim: String)] = []
        try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            switch entry.event {
            case .recounted: claims.append(entry.claim)
            case .published(let output) where output.path.contains("-recount-"):
                lists.append((output.path, entry.claim))
            default: break
            }
        }
        #expect(claims.count == 2)
        #expect(lists.map(\.claim) == [claims[0]])
        let list = try site.read("Outbox/\(#require(lists.first).path)").replacing("=\r\n", with: "")
        for dossier in try site.list() { #expect(list.contains(dossier[0])) }
    }

    @Test(
        "What moves no appointment is told, listed and applied all the same: a mark, a hand-over, or the published time; citizens get no letter",
        arguments: [
            (
                "<decided until=\"2026-12-31\"/>", "<decided until=\"2026-11-25\"/>", "provisional", "no", "yes",
                "vẫn là 26/11/2026 14:00 (tạm tính)"
            ),
            (
                "<decided ",
                "<day date=\"2026-11-25\" name=\"Mưa lũ\"><period from=\"09:00\" to=\"17:00\"/></day>\n  <decided ",
                "hand-over", "2026-11-25T08:00:00+07:00", "2026-11-25T10:00:00+07:00",
                "vẫn là 26/11/2026 17:00; chuyển bộ phận chuyên môn trước 25/11/2026 10:00"
            ),
            (
                "<decided ", "<holiday from=\"2026-11-27\" to=\"2026-11-27\">Bão</holiday>\n  <decided ", "published",
                "2026-12-01T14:00:00+07:00", "2026-12-02T14:00:00+07:00", "vẫn là 26/11/2026 14:00"
            ),
        ])
    func Dieu8_1a_changedCalendarMovesNoDay(
        former: String, latter: String, name: String, told: String, counted: String, line: String
    ) throws {
        let site = try site(endsWithTheDay: name == "hand-over", promises: name == "published")
        let file = URL(fileURLWithPath: "\(site.path)/config/calendar.xml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing(former, with: latter).utf8).write(to: file)
        try site.at("2026-11-24T01:00")
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        try office.nightly(nil)
        #expect(site.names("Outbox/incidents").count == 1)
        let moves = try SiteView(site: site.path, now: site.now).moves()
        #expect(moves.map(\.code) == [try code()])
        #expect(moves.first?.changes.map { [$0.name, $0.told, $0.counted] } == [[name, told, counted]])

        #expect(try office.carryOut(Order(.recount, reason: "Lịch mới", by: "hoa")).isDone)
        #expect(try SiteView(site: site.path, now: site.now).moves().isEmpty)
        let notices = site.names("Outbox/notices")
        #expect(!notices.contains { $0.contains("-rescheduled-") })
        let letter = try #require(notices.first { $0.contains("000.00.12.H34-recount-") })
        let mail = try site.read("Outbox/notices/\(letter)").replacing("=\r\n", with: "")
        let quoted = "hẹn trả kết quả \(line)".utf8.map {
            $0 < 0x80 ? String(UnicodeScalar($0)) : "=" + String($0, radix: 16, uppercase: true)
        }
        #expect(mail.contains("\(try code()): \(quoted.joined())"))
    }

    @Test("A file in the place of another version's calendar moves no dossier that was received under this one")
    func Dieu8_1a_previewOfLaterVersion() throws {
        let site = try site()
        let text = try site.read("config/calendar.xml")
            .replacing("xmlns=\"urn:hoso:config:1\">", with: "xmlns=\"urn:hoso:config:1\" validFrom=\"2026-11-24\">")
            .replacing("to=\"2026-11-24\">", with: "to=\"2026-11-26\">")
        #expect(try SiteView(site: site.path, now: site.now).moves(by: Array(text.utf8), named: "new.xml").isEmpty)
    }

    @Test("A dossier keeps the calendar under which it was received, though a later version holds now")
    func Dieu8_1a_keepsItsVersion() throws {
        let site = try site()
        let first = URL(fileURLWithPath: "\(site.path)/config/calendar.xml")
        let later = try String(contentsOf: first, encoding: .utf8)
            .replacing(
                "<calendar xmlns=\"urn:hoso:config:1\">",
                with: "<calendar xmlns=\"urn:hoso:config:1\" validFrom=\"2026-11-24\">"
            )
            .replacing(
                "<holiday from=\"2026-11-24\" to=\"2026-11-24\">",
                with: "<holiday from=\"2026-11-24\" to=\"2026-11-26\">")
        try Data(later.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/calendar@2026-11-24.xml"))
        let explanation = try explain(site)
        #expect(explanation.contains("(Điều 8.1a): 2026-11-26T14:00:00+07:00"))
        #expect(!explanation.contains("the ledger has"))
    }

    @Test("A day off that stands in a later version alone is a warning while an appointment falls on it")
    func Dieu8_1a_appointmentOnADayOff() throws {
        let site = try site()
        func warnings() throws -> [String] {
            let found = try SiteView.problems(site: site.path, now: site.now).map(\.description)
                .filter { $0.hasPrefix("config/calendar") }
            let told = try Doctor.examine(site: site.path, now: site.now)
                .filter { $0.subject == "calendar" && $0.advice.contains("calendar apply") }
            #expect(told.count == found.count)
            return found
        }
        #expect(try warnings().isEmpty)
        let text = try site.read("config/calendar.xml")
        let off = text.replacing(
            "<decided ", with: "<holiday from=\"2026-11-26\" to=\"2026-11-26\">Nghỉ</holiday><decided ")
        let later = off.replacing(
            "xmlns=\"urn:hoso:config:1\">", with: "xmlns=\"urn:hoso:config:1\" validFrom=\"2026-11-25\">")
        try Data(later.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/calendar@2026-11-25.xml"))
        #expect(try SiteView(site: site.path, now: site.now).moves().isEmpty)
        let warning = try #require(try warnings().first)
        #expect(warning.hasPrefix("config/calendar.xml:1: warning: 2026-11-26 is off"), "\(warning)")
        #expect(try warning.contains(code().description) && warning.contains("hoso calendar apply"))
        try Data(off.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/calendar.xml"))
        #expect(try warnings().isEmpty, "what calendar preview lists")
    }
}
