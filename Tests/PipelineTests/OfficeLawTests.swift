import Bytes
import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Publications
import Settings
import Testing

/// What the decree asks of the office itself, through its folders.
@Suite("The office's own duties")
struct OfficeLawTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")

    private func drop(_ site: TestSite, _ id: String, fields: String? = nil) throws {
        var form = String(
            decoding: Forms.submission(
                id, attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)]),
            as: UTF8.self)
        if let fields { form = form.replacing("</form>", with: "\(fields)</form>") }
        try site.drop(
            "online/\(id).zip", Forms.zip([("hoso.xml", Array(form.utf8)), ("cccd.pdf", card), ("gcn.pdf", deed)]))
    }

    private func office(_ site: TestSite) throws -> Office {
        try Office(site: site.path, now: site.now, mode: .once) { _ in }
    }

    private func change(_ site: TestSite, _ file: String, _ old: String, _ new: String) throws {
        let text = try site.read(file)
        try #require(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(file)"))
    }

    @Test("What came in lies in the archive and in the agency's ZIP to the byte, after a whole life")
    func Dieu4_3_originalsUnchanged() throws {
        let site = try TestSite()
        try drop(site, "s-1")
        let before = SHA256.digest(
            of: Array(try Data(contentsOf: URL(fileURLWithPath: "\(site.path)/Inbox/online/s-1.zip"))))
        try site.once()
        let code = "000.00.12.H34-261123-0001"
        try site.drop(
            "agencies/000.00.12.H34/r.xml",
            Forms.message(
                "refusal", "m-1", dossier: code,
                "<reason>Không đủ điều kiện.</reason><approvedBy>Lân</approvedBy><refund>false</refund>"))
        try site.once()
        try office(site).nightly(nil)
        let archive = "State/archive/2026/11/23"
        let claim = try #require(site.names(archive).first { site.names("\(archive)/\($0)").contains("s-1.zip") })
        let kept = try Data(contentsOf: URL(fileURLWithPath: "\(site.path)/\(archive)/\(claim)/s-1.zip"))
        #expect(SHA256.digest(of: Array(kept)) == before)
    }

    @Test("Reports, letters to staff and the log name nobody")
    func Dieu4_3_namesNobody() throws {
        let site = try TestSite()
        try drop(site, "s-1")
        let lines = Lines()
        let office = try Office(site: site.path, now: site.now, mode: .once) { lines.add($0.text.description) }
        try office.once { outcomes in for outcome in outcomes { lines.add(outcome.line) } }
        _ = try office.carryOut(
            Order(.markViolation, dossier: DossierCode("000.00.12.H34-261123-0001"), reason: "xem lại", by: "hoa"))
        try office.nightly(site.now.day)
        var texts = lines.all
        for folder in ["Outbox/incidents", "Outbox/reports/2026-11-23"] {
            texts += try site.names(folder).filter { !$0.hasSuffix(".xlsx") }.map { try site.read("\(folder)/\($0)") }
        }
        #expect(texts.count > 15)
        for text in texts {
            for person in ["Trần Thị Bình", "062090001234", "0900123456", "an@example.vn", "12 Trần Phú"] {
                #expect(!text.contains(person))
            }
        }
    }

    @Test("A mark says who and why, keeps what came, decides nothing, and leaves the count until it is taken away")
    func Dieu17_4_mark() throws {
        let site = try TestSite()
        try drop(site, "s-1")
        try site.once()
        let code = try #require(DossierCode("000.00.12.H34-261123-0001"))
        let office = try office(site)
        let state = try site.list().first?[4]
        #expect(
            try office.carryOut(Order(.markViolation, dossier: code, reason: "nghi giả mạo giấy tờ", by: "hoa")).isDone)
        #expect(try site.list().first?[4] == state)
        let view = try SiteView(site: site.path, now: site.now)
        let page = try #require(try view.page(of: code))
        #expect(page.contains("nghi giả mạo giấy tờ") && page.contains("hoa"))
        func counted() throws -> String {
            String(
                decoding: try SiteView(site: site.path, now: site.now).report(
                    ReportRequest(.sla, from: site.now.day, to: site.now.day)
                ).html, as: UTF8.self)
        }
        #expect(try counted().contains("nghi vi phạm"))
        #expect(try counted().contains(code.description))
        #expect(site.names("State/archive/2026/11/23").filter { $0.hasPrefix("\(code),") }.count == 1)
        #expect(try office.carryOut(Order(.clearViolation, dossier: code, reason: "giấy tờ thật", by: "hoa")).isDone)
        #expect(try SiteView(site: site.path, now: site.now).page(of: code)?.contains("giấy tờ thật") == true)
    }

    @Test("A table that does not add up is not issued: an incident names the dossiers")
    func Dieu13_7_discrepancy() throws {
        let site = try TestSite(now: "2025-12-30T09:00:00+07:00")
        try drop(site, "s-1")
        try site.once()
        let code = try #require(DossierCode("000.00.12.H34-251230-0001"))
        // Whoever could write into the ledger enters the same dossier again, a year later.
        let folder = try Folder(path: "\(site.path)/State/ledger")
        var entries: [Entry] = []
        try LedgerReading(folder: folder).forEach { entries.append($0) }
        let again = try #require(entries.first { if case .received = $0.event { true } else { false } })
        let opened = try Ledger.open(folder: folder, watching: [])
        try site.at("2026-01-05T09:00")
        try opened.ledger.append(
            entries.filter { $0.dossier == code && $0.number <= again.number + 2 }.enumerated().map {
                Entry(
                    number: opened.register.nextNumber + $0, at: site.now, claim: "again", dossier: code,
                    event: $1.event)
            })
        try site.at("2026-01-06T01:00")
        #expect(throws: ReportDiscrepancy.self) { try office(site).nightly(nil) }
        #expect(site.names("Outbox/reports").allSatisfy { $0.hasPrefix(".hoso-nightly@") })
        // What was written before the figures failed was promised by no event, and the next start clears it away.
        _ = try office(site)
        #expect(site.names("Outbox/reports").isEmpty)
        let letter = try #require(site.names("Outbox/incidents").first)
        #expect(try site.read("Outbox/incidents/\(letter)").replacing("=\r\n", with: "").contains(code.description))
    }

    @Test("An incident is opened, told, taken in hand by a person and over, and its record says when")
    func Dieu9_2_record() throws {
        let site = try TestSite()
        let gone = ("\(site.path)/Inbox/postal", "\(site.path)/away")
        let office = try office(site)
        try FileManager.default.moveItem(atPath: gone.0, toPath: gone.1)
        try office.once()
        let kind = "inbox-unreadable:postal"
        let order = Order(.acknowledge, item: kind, reason: "đang gắn lại ổ đĩa", by: "hoa")
        #expect(try office.carryOut(order).isDone)
        try FileManager.default.moveItem(atPath: gone.1, toPath: gone.0)
        try office.once()
        #expect(try !office.carryOut(order).isDone, "it is over")
        let troubles = try SiteView(site: site.path, now: site.now).troubles()
        #expect(troubles.map(\.kind) == [kind])
        #expect(troubles.first?.acknowledgedBy == "hoa")
        #expect(troubles.first?.to == site.now)
        #expect(site.names("Outbox/incidents").count == 2)
    }

    @Test("Whoever waits for a person of the office is told so at once, with the reason and that nothing is to be done")
    func QD_Dieu2_heldIsTold() throws {
        let site = try TestSite(now: "2018-04-10T09:00:00+07:00")
        try drop(site, "s-1")
        #expect(try site.once().map(\.state) == ["held"])
        let notices = site.names("Outbox/notices")
        #expect(notices.count == 1)
        #expect(notices.first?.contains("-held-") == true)
        let code = try #require(DossierCode("000.00.12.H34-180410-0001"))
        let bytes = try #require(try SiteView(site: site.path, now: site.now).paper(.letter(.held), of: code))
        let page = String(decoding: bytes, as: UTF8.self)
        #expect(page.contains("cần cán bộ xem xét"))
        #expect(page.contains("Thời hạn giải quyết được tính từ khi hồ sơ đầy đủ, hợp lệ"))
        #expect(page.contains("<li>"), "and why")
    }

    @Test("A citizen whose dossier goes to another agency is told which, and that the appointment stays")
    func Dieu8_1b_reroutedIsTold() throws {
        let site = try TestSite()
        try drop(site, "s-1")
        try site.once()
        let code = try #require(DossierCode("000.00.12.H34-261123-0001"))
        let due = try site.list().first?[5]
        let order = Order(
            .reroute, dossier: code, to: AgencyCode("000.00.31.H34"), reason: "đúng thẩm quyền", by: "hoa")
        #expect(try office(site).carryOut(order).isDone)
        #expect(try site.list().first?[5] == due)
        #expect(site.names("Outbox/notices").count { $0.contains("-rerouted-") } == 1)
        let bytes = try #require(try SiteView(site: site.path, now: site.now).paper(.letter(.rerouted), of: code))
        let page = String(decoding: bytes, as: UTF8.self)
        #expect(page.contains("Ủy ban nhân dân thành phố Kon Tum"))
        #expect(page.contains("thay cho Sở Tài nguyên và Môi trường."))
        #expect(page.contains("không thay đổi: <strong>14 giờ 00 phút, ngày 26 tháng 11 năm 2026"))
    }

    @Test("A roster that names nobody for the next working day is told by config check, with its line")
    func Dieu13_6_configCheck() throws {
        let site = try TestSite()
        let name = "<name>Sở Tư pháp</name>"
        try change(
            site, "config/agencies.xml", name, name + "<duty officer=\"Hoa\" from=\"2026-11-16\" until=\"2026-11-23\"/>"
        )
        func warnings(_ day: String) throws -> [String] {
            try SiteView.problems(site: site.path, now: Moment("\(day)T08:00:00+07:00")).map(\.description)
                .filter { $0.contains("Điều 13.6") }
        }
        #expect(try warnings("2026-11-20").isEmpty)
        // 24/11 is a holiday, so the day after Monday is Wednesday.
        let told = try warnings("2026-11-23")
        #expect(told.count == 1)
        let lines = try site.read("config/agencies.xml").split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains(name) }) + 1
        #expect(told.first?.hasPrefix("config/agencies.xml:\(line): warning:") == true, "\(told)")
        #expect(told.first?.contains("000.00.10.H34 on 2026-11-25") == true)
    }

    @Test("A form whose declaration is not ticked comes back for it, through the folders")
    func Dieu16_2_throughTheFolders() throws {
        let site = try TestSite()
        try change(
            site, "config/procedures/1.004269.xml", "<component id=\"PYC\" kind=\"form\"",
            "<component id=\"PYC\" kind=\"form\" declaration=\"camDoan\"")
        try drop(site, "s-1")
        try drop(site, "s-2", fields: "<field name=\"camDoan\">true</field>")
        try site.once()
        #expect(try site.list().map { $0[4] } == ["awaitingSupplement", "accepted"])
        #expect(try site.list().first?[6] == "declaration-missing")

        func sendAgain(_ id: String, fields: String = "") throws {
            try site.drop(
                "online/\(id).xml",
                Forms.message(
                    "supplement", id, dossier: try site.list()[0][0], account: "0900000001",
                    "<form component=\"PYC\">\(fields)</form>"))
            try site.once()
        }
        try sendAgain("u-1")
        #expect(try site.list().first?[6] == "declaration-missing")
        try sendAgain("u-2", fields: "<field name=\"camDoan\">true</field>")
        #expect(try site.list().map { $0[4] } == ["accepted", "accepted"])
    }

    @Test("Whoever has not sent the year's report is asked for it a fortnight before, and on the eve")
    func Dieu17_3_askedFor() throws {
        let site = try TestSite(now: "2026-11-13T09:00:00+07:00")
        try drop(site, "s-1")
        try site.once()
        func letters() -> Int { site.names("Outbox/notices").count { $0.contains("-yearlyReport-") } }
        try site.at("2026-11-16T01:00")
        try office(site).nightly(nil)
        let first = letters()
        #expect(first == 9, "one to each agency of the sample")
        try site.at("2026-11-25T01:00")
        try office(site).nightly(nil)
        #expect(letters() == first)
        try site.at("2026-11-26T01:00")
        try office(site).nightly(nil)
        #expect(letters() == 2 * first)
    }
}

/// What is said, gathered.
private final class Lines: @unchecked Sendable {
    private let lock = NSLock()
    private var gathered: [String] = []

    var all: [String] { lock.withLock { gathered } }
    func add(_ line: String) { lock.withLock { gathered.append(line) } }
}
