import Bytes
import Documents
import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Publications
import Settings
import Testing

@Suite("Orders of persons of the office")
struct OrderTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")

    /// A site with one dossier of level 3, taken in on Monday 23/11/2026 at 14:00, and its code.
    private func site() throws -> (TestSite, DossierCode) {
        let site = try TestSite()
        let form = Forms.submission(
            "s-1",
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        try site.drop("online/s-1.zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
        let code = try #require(try site.once().first?.dossier)
        return (site, code)
    }

    private func give(
        _ verb: Order.Verb, _ code: DossierCode?, at site: TestSite, item: String? = nil, to: String? = nil
    ) throws -> Order.Answer {
        let order = Order(
            verb, dossier: code, item: item, to: to.flatMap { AgencyCode($0) }, reason: "vì cần", by: "lan")
        return try #require(
            try OrderDesk.give(order, site: site.path, now: site.now, patience: 1) { _ in })
    }

    private func state(_ site: TestSite) throws -> String? { try site.list().first?[4] }

    @Test("A hold stands in front of everything, and a release goes back behind it, with who and why in the ledger")
    func holdAndRelease() throws {
        let (site, code) = try site()
        #expect(try give(.hold, code, at: site).isDone)
        #expect(try state(site) == "held")
        #expect(try site.list().first?[6] == "held-by-office")
        let page = try SiteView(site: site.path, now: site.now).page(of: code)
        #expect(page?.contains("findings:\n  held-by-office [Điều 4.6] the office holds it: vì cần") == true)
        #expect(try !give(.hold, code, at: site).isDone)
        #expect(try give(.release, code, at: site).isDone)
        #expect(try state(site) == "accepted")
        #expect(try site.list().first?[6] == "-")
        #expect(try !give(.release, code, at: site).isDone)
        var acts: [Event] = []
        _ = try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            switch entry.event {
            case .held, .released: acts.append(entry.event)
            default: break
            }
        }
        let act = PersonalAct(by: "lan", reason: "vì cần")
        #expect(acts == [.held(act), .released(act)])
    }

    @Test("An order that nobody has carried out yet comes before the next, and does not undo it later")
    func ordersInOrder() throws {
        let (site, code) = try site()
        let waiting = Order(.hold, dossier: code, reason: "vì cần", by: "lan")
        try JSONEncoder().encode(waiting).write(to: URL(fileURLWithPath: "\(site.path)/State/orders/1.order"))
        #expect(try give(.release, code, at: site).isDone)
        try site.once()
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        #expect(try !office.takeOrders())
        #expect(try state(site) == "accepted")
    }

    @Test("An order whose name leaves no room for an answer's is refused, and stops nothing")
    func longName() throws {
        let (site, code) = try site()
        let order = Order(.hold, dossier: code, reason: "vì cần", by: "lan")
        let name = String(repeating: "x", count: 244) + ".order"
        try JSONEncoder().encode(order).write(to: URL(fileURLWithPath: "\(site.path)/State/orders/\(name)"))
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        #expect(try office.takeOrders())
        #expect(try !office.takeOrders())
        #expect(try state(site) == "accepted")
    }

    @Test(
        "What cannot be sent again, since the archive lost it or it cannot be read, is answered, and ends no start",
        arguments: [true, false])
    func resendWithoutArchive(isGone: Bool) throws {
        let (site, code) = try site()
        try FileManager.default.removeItem(atPath: "\(site.path)/Outbox/agencies/000.00.12.H34/\(code).zip")
        let claim =
            "\(site.path)/State/archive/2026/11/23/\(try #require(site.names("State/archive/2026/11/23").first))"
        for name in try FileManager.default.contentsOfDirectory(atPath: claim) {
            try Data("no package".utf8).write(to: URL(fileURLWithPath: "\(claim)/\(name)"))
        }
        if isGone { try FileManager.default.removeItem(atPath: claim) }
        let order = Order(.resend, dossier: code, reason: "vì cần", by: "lan")
        try JSONEncoder().encode(order).write(to: URL(fileURLWithPath: "\(site.path)/State/orders/1.order"))
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        #expect(try office.takeOrders())
        #expect(site.names("State/orders") == ["1.answer"])
        #expect(try site.read("State/orders/1.answer").contains(isGone ? "lies neither in" : "cannot be read"))
        #expect(try !office.takeOrders())
    }

    @Test("A dossier is sent again byte for byte, once it was taken, and keeps the number of its ZIP")
    func resend() throws {
        let (site, code) = try site()
        let path = "\(site.path)/Outbox/agencies/000.00.12.H34/\(code).zip"
        let first = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(try !give(.resend, code, at: site).isDone)
        try FileManager.default.removeItem(atPath: path)
        #expect(try give(.resend, code, at: site).isDone)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
        #expect(site.names("Outbox/agencies/000.00.12.H34") == ["\(code).zip"])
    }

    @Test("What would not be the same bytes is not sent, and leaves nothing behind")
    func resendAfterChange() throws {
        let (site, code) = try site()
        try FileManager.default.removeItem(atPath: "\(site.path)/Outbox/agencies/000.00.12.H34/\(code).zip")
        let file = URL(fileURLWithPath: "\(site.path)/config/procedures/1.004269.xml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing("dữ liệu đất đai", with: "dữ liệu về đất đai").utf8).write(to: file)
        let answer = try give(.resend, code, at: site)
        #expect(!answer.isDone)
        #expect(answer.text.contains("would not be the same bytes"))
        #expect(site.names("Outbox/agencies/000.00.12.H34").isEmpty)
    }

    @Test("Another agency gets the dossier whole, and back again under a name of its own")
    func reroute() throws {
        let (site, code) = try site()
        #expect(try !give(.reroute, code, at: site, to: "000.00.99.H34").isDone)
        #expect(try !give(.reroute, code, at: site, to: "000.00.12.H34").isDone)
        #expect(try give(.reroute, code, at: site, to: "000.00.10.H34").isDone)
        #expect(site.names("Outbox/agencies/000.00.10.H34") == ["\(code).zip"])
        #expect(try give(.reroute, code, at: site, to: "000.00.12.H34").isDone)
        let names = ["\(code).2.zip", "\(code).3.zip", "\(code).zip"]
        #expect(site.names("Outbox/agencies/000.00.12.H34") == names)
        #expect(site.names("Outbox/agencies/000.00.10.H34") == ["\(code).2.zip", "\(code).zip"])
        // What was made for a new routing, and the word that the dossier is elsewhere, can be made again too.
        for name in names {
            let path = "\(site.path)/Outbox/agencies/000.00.12.H34/\(name)"
            let first = try Data(contentsOf: URL(fileURLWithPath: path))
            try FileManager.default.removeItem(atPath: path)
            #expect(try give(.resend, code, at: site).isDone)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
        }
    }

    @Test("The agency that had a dossier is told who has it now and since when, and so are its later messages")
    func Dieu8_1b_handedOn() throws {
        let (site, code) = try site()
        try site.at("2026-11-23T15:00")
        #expect(try give(.reroute, code, at: site, to: "000.00.10.H34").isDone)
        let zip = try Data(
            contentsOf: URL(fileURLWithPath: "\(site.path)/Outbox/agencies/000.00.12.H34/\(code).2.zip"))
        let archive = try ZIPArchive(MemorySource(Array(zip)), limits: Limits())
        #expect(archive.entries.map(\.name) == ["manifest.xml"])
        let manifest = try XMLDocument.parse(
            try archive.contents(of: archive.entries[0], limit: 1_000_000), limits: Limits())
        let agency = try #require(manifest.root.first("agency"))
        #expect(agency.attribute("code") == "000.00.10.H34")
        #expect(agency.attribute("since") == "2026-11-23T15:00:00+07:00")
        let schema = try XMLSchema(
            try #require(SampleSite.file("config/schemas/delivery.xsd")), name: "delivery.xsd")
        #expect(manifest.problems(against: schema, limits: Limits()).isEmpty)
        try site.drop(
            "agencies/000.00.12.H34/a.xml", Forms.message("acknowledgement", "a-1", dossier: "\(code)", ""))
        #expect(try site.once().map(\.reasons) == [["handed-on"]])
        let answer = try site.letter("agencyAnswer")
        #expect(answer.contains("hiện do cơ quan có mã 000.00.10.H34 giải quyết"))
        #expect(answer.contains("từ 15 giờ 00 phút, ngày 23 tháng 11 năm 2026"))
        #expect(answer.contains("Không phải gửi lại.") && !answer.contains("sửa và gửi lại"))
    }

    @Test("A dossier that its citizen withdraws at the counter ends with the letter, and its agencies hear of it")
    func withdrawn() throws {
        let (site, code) = try site()
        #expect(try give(.withdraw, code, at: site).text == "\(code) is withdrawn now")
        #expect(try site.letter("withdrawn").contains("Theo đề nghị của Ông/Bà tại Bộ phận tiếp nhận và trả kết quả"))
        let path = "\(site.path)/Outbox/agencies/000.00.31.H34/\(code).2.zip"
        let first = try Data(contentsOf: URL(fileURLWithPath: path))
        try FileManager.default.removeItem(atPath: path)
        #expect(try give(.resend, code, at: site).isDone)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
        let page = try SiteView(site: site.path, now: site.now).page(of: code)
        #expect(page?.contains("withdrawn at the counter, by lan: vì cần") == true)
        #expect(try !give(.withdraw, code, at: site).isDone)
    }

    @Test("A held dossier that is refused ends with the form of refusal: its code, the reason, the leader")
    func refused() throws {
        let site = try TestSite(now: "2018-04-10T08:00:00+07:00")
        try site.dropComplete("s-1")
        let code = try #require(try site.once().first?.dossier)
        #expect(try state(site) == "held")
        var order = Order(.refuse, dossier: code, reason: "Không thuộc phạm vi giải quyết", by: "lan")
        order.approvedBy = "Lê Văn Duyệt"
        let answer = try #require(try OrderDesk.give(order, site: site.path, now: site.now, patience: 1) { _ in })
        #expect(answer.text == "\(code) is refused now")
        let refusal = try site.letter("refusal")
        #expect(refusal.contains("Mã hồ sơ: \(code)") && !refusal.contains("Mã lần nộp"))
        #expect(refusal.contains("1. Không thuộc phạm vi giải quyết") && refusal.contains("Người duyệt: Lê Văn Duyệt."))
        #expect(try site.read("Outbox/portal/\(code).status.xml").contains(">3</TrangThaiHoSo>"))
    }

    @Test("A release that leaves a dossier held says why, and that a second one lets it go on")
    func heldStill() throws {
        let site = try TestSite(now: "2018-04-10T08:00:00+07:00")
        try site.dropComplete("s-1")
        let code = try #require(try site.once().first?.dossier)
        #expect(try give(.hold, code, at: site).isDone)
        let first = try give(.release, code, at: site).text
        #expect(first.contains("is held still: before-rules") && first.contains("second release"))
        #expect(try give(.release, code, at: site).text == "\(code) is accepted now")
    }

    @Test("A mark is answered as what it is, and stands at the head of show and in list until it is taken away")
    func marked() throws {
        let (site, code) = try site()
        #expect(
            try give(.markViolation, code, at: site).text
                == "\(code) is marked as a suspected violation, and accepted as before")
        #expect(try site.list().first?[6] == "suspected-violation")
        let page = try #require(try SiteView(site: site.path, now: site.now).page(of: code))
        #expect(page.contains("\nsuspected violation: marked by lan: vì cần\n"))
        #expect(try give(.clearViolation, code, at: site).text.contains("no longer marked"))
        #expect(try site.list().first?[6] == "-")
    }

    @Test("A submission is found by its id too: its dossier's page, or why it was refused before it got a code")
    func bySubmission() throws {
        let (site, code) = try site()
        try site.drop("online/x.xml", Forms.submission("s-2", procedure: "9.999999", attachments: []))
        try site.once()
        let view = try SiteView(site: site.path, now: site.now)
        #expect(try view.code(named: "s-1") == code)
        #expect(try view.code(named: "s-2") == nil)
        let page = try #require(try view.refusalPage(of: "s-2"))
        #expect(page.contains("state: refused") && page.contains("unknown-procedure [Điều 1]"))
        #expect(try view.refusalPage(of: "s-1") == nil)
        let letter = try #require(try view.refusalLetter(of: "s-2"))
        #expect(String(decoding: letter, as: UTF8.self).contains("không tiếp nhận, giải quyết hồ sơ"))
        #expect(try view.refusalLetter(of: "s-1") == nil)
    }

    @Test("What lies in quarantine goes back by its name, and the ledger knows who did it")
    func retry() throws {
        let (site, _) = try site()
        try site.drop("online/hong.zip", Array("nothing".utf8))
        _ = try site.once()
        #expect(try give(.retry, nil, at: site, item: "hong.zip").isDone)
        #expect(site.names("Inbox/online") == ["hong.zip"])
        #expect(try !give(.retry, nil, at: site, item: "hong.zip").isDone)
        let ledger = try site.read("State/ledger/2026-11.jsonl")
        #expect(ledger.contains("\"event\":\"putBack\"") && ledger.contains("\"by\":\"lan\""))
    }

    @Test("What cannot go back, since another of its name lies there, stays in quarantine, and whoever asked is told")
    func retryBesideItsNamesake() throws {
        let (site, _) = try site()
        try site.drop("online/hong.zip", Array("nothing".utf8))
        _ = try site.once()
        try site.drop("online/hong.zip", Array("another".utf8))
        let answer = try give(.retry, nil, at: site, item: "hong.zip")
        #expect(!answer.isDone && answer.text.contains("Inbox/online/hong.zip is there already"), "\(answer)")
        #expect(site.names("State/quarantine/hong.zip") == ["hong.zip", "reason.txt"])
        #expect(try !site.read("State/ledger/2026-11.jsonl").contains("putBack"))
    }

    @Test("A file called as our own note goes back under its name with the form that means it")
    func retryOfOurNotesNamesake() throws {
        let (site, _) = try site()
        let form = Forms.message(
            "supplement", "bs-1", dossier: "000.00.12.H34-261123-0001", account: "0900000001",
            "<attachments>\(Forms.attachment("CCCD", "reason.txt", card))</attachments>")
        try site.drop("payments/bs.xml", form)
        try site.drop("payments/reason.txt", card)
        #expect(try site.once().map(\.reasons) == [["wrong-folder"]])
        #expect(site.names("State/quarantine/bs.xml") == ["bs.xml", "reason.txt", "reason.txt~"])
        #expect(try give(.retry, nil, at: site, item: "bs.xml").isDone)
        #expect(site.names("Inbox/payments") == ["bs.xml", "reason.txt"])
        #expect(try Array(Data(contentsOf: URL(fileURLWithPath: "\(site.path)/Inbox/payments/reason.txt"))) == card)
        #expect(try site.once().map(\.reasons) == [["wrong-folder"]])
    }

    @Test("FS14 a crash between putting back and the entry of it leaves the entry to be made")
    func FS14_retryAfterCrash() throws {
        let (site, _) = try site()
        try site.drop("online/hong.zip", Array("nothing".utf8))
        _ = try site.once()
        // As the crash leaves it: the file is back, the entry is not made.
        try FileManager.default.moveItem(
            atPath: "\(site.path)/State/quarantine/hong.zip/hong.zip", toPath: "\(site.path)/Inbox/online/hong.zip")
        #expect(try give(.retry, nil, at: site, item: "hong.zip").isDone)
        #expect(try site.read("State/ledger/2026-11.jsonl").contains("\"event\":\"putBack\""))
        #expect(site.names("State/quarantine").isEmpty)
        #expect(site.names("Inbox/online") == ["hong.zip"])
    }

    @Test("An unknown dossier is answered, not dropped")
    func unknown() throws {
        let (site, _) = try site()
        let answer = try give(.hold, DossierCode("000.00.12.H34-261123-0009"), at: site)
        #expect(!answer.isDone && answer.isAboutNothing == true)
    }

    @Test("Where another hoso holds the site, the order waits for it, is carried out in its turn, and answered")
    func throughTheTray() throws {
        let (site, code) = try site()
        let office = try Office(site: site.path, now: site.now, mode: .daemon) { _ in }
        let order = Order(.hold, dossier: code, reason: "vì cần", by: "lan")
        // Nobody takes it within the time: it stays there.
        #expect(try OrderDesk.give(order, site: site.path, now: site.now, patience: 0) { _ in } == nil)
        #expect(site.names("State/orders").count == 1)
        #expect(try office.takeOrders())
        #expect(site.names("State/orders").allSatisfy { $0.hasSuffix(".answer") })
        #expect(try state(site) == "held")
        #expect(try !office.takeOrders())
    }

    @Test("An order that was left to a hoso that has ended since is carried out by whoever gave it")
    func takenOver() async throws {
        let (site, code) = try site()
        var office: Office? = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        let (path, now) = (site.path, site.now)
        let giving = Task.detached {
            let order = Order(.hold, dossier: code, reason: "vì cần", by: "lan")
            return try OrderDesk.give(order, site: path, now: now, patience: 60, grace: 0) { _ in }
        }
        while !site.names("State/orders").contains(where: { $0.hasSuffix(".order") }) {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(office != nil)
        office = nil
        #expect(try await giving.value?.isDone == true)
        #expect(try state(site) == "held")
        #expect(site.names("State/orders").isEmpty)
    }

    @Test("The night's work is an order too: one that fails is answered, is an incident, and ends nothing else")
    func night() throws {
        let (site, code) = try site()
        try site.at("2026-11-25T02:00")
        let folder = "\(site.path)/Outbox/reports/2026-11-23"
        do {
            let office = try Office(site: site.path, now: site.now, mode: .daemon) { _ in }
            try FileManager.default.createDirectory(
                atPath: "\(site.path)/Outbox/reports", withIntermediateDirectories: true)
            try Data().write(to: URL(fileURLWithPath: folder))
            for order in [
                Order(.nightly, reason: "asked for", by: "lan"),
                Order(.hold, dossier: code, reason: "vì cần", by: "lan"),
            ] {
                #expect(try OrderDesk.give(order, site: site.path, now: site.now, patience: 0) { _ in } == nil)
            }
            #expect(try office.takeOrders())
        }
        #expect(try state(site) == "held")
        #expect(try site.incidents() == ["nightly-failed true"])
        #expect(site.names("State/orders").allSatisfy { $0.hasSuffix(".answer") })
        #expect(throws: (any Error).self) { try give(.nightly, nil, at: site) }
        try FileManager.default.removeItem(atPath: folder)
        #expect(try give(.nightly, nil, at: site).isDone)
        #expect(site.names("Outbox/reports").contains("2026-11-23"))
        #expect(try site.incidents().last == "nightly-failed false")
    }

    @Test("What is no order is refused and told, and keeps nothing else from being done")
    func noOrder() throws {
        let (site, code) = try site()
        let office = try Office(site: site.path, now: site.now, mode: .daemon) { _ in }
        let tray = "\(site.path)/State/orders"
        try Data("nonsense".utf8).write(to: URL(fileURLWithPath: tray + "/1.order"))
        try Data(repeating: 32, count: 20_000).write(to: URL(fileURLWithPath: tray + "/2.order"))
        try FileManager.default.createSymbolicLink(atPath: tray + "/3.order", withDestinationPath: "/etc/passwd")
        _ = try OrderDesk.give(
            Order(.hold, dossier: code, reason: "vì cần", by: "lan"), site: site.path, now: site.now, patience: 0
        ) { _ in }
        #expect(try office.takeOrders())
        #expect(site.names("State/orders").filter { $0.hasSuffix(".order") }.isEmpty)
        #expect(try state(site) == "held")
    }

    @Test("OP11 an order that another user left is refused", .enabled(if: SystemUser.isRoot))
    func OP11_foreignOrder() throws {
        let (site, code) = try site()
        let office = try Office(site: site.path, now: site.now, mode: .daemon) { _ in }
        _ = try OrderDesk.give(
            Order(.hold, dossier: code, reason: "vì cần", by: "lan"), site: site.path, now: site.now, patience: 0
        ) { _ in }
        let name = try #require(site.names("State/orders").first)
        try FileManager.default.setAttributes(
            [.ownerAccountID: 65_534], ofItemAtPath: "\(site.path)/State/orders/\(name)")
        #expect(try office.takeOrders())
        #expect(try state(site) == "accepted")
    }

    @Test("What an agency sent that has left since does not go back to where nobody looks")
    func retryOfAnAgencyThatLeft() throws {
        let (site, _) = try site()
        let folder = "agencies/000.00.18.H34"
        try site.drop("\(folder)/hong.zip", Array("nothing".utf8))
        _ = try site.once()
        let agencies = try site.read("config/agencies.xml")
            .replacing(#/ *<agency code="000.00.18.H34".*\n/#, with: "")
        try Data(agencies.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/agencies.xml"))
        for procedure in site.names("config/procedures")
        where try site.read("config/procedures/\(procedure)").contains("000.00.18.H34") {
            try FileManager.default.removeItem(atPath: "\(site.path)/config/procedures/\(procedure)")
        }
        let answer = try give(.retry, nil, at: site, item: "hong.zip")
        #expect(!answer.isDone && answer.text.contains("Inbox/\(folder)"), "\(answer.text)")
        #expect(site.names("State/quarantine") == ["hong.zip"])
    }

    @Test("Orders are carried out in the order in which they came")
    func inTheirOrder() {
        #expect(OrderTray.id(at: (5, 20_623_474), of: 7) < OrderTray.id(at: (5, 152_887_517), of: 1))
    }

    @Test("An agency with hours of its own gets its half day in these, and nothing moves by itself afterwards")
    func Dieu14_4_rerouteToOwnHours() throws {
        let (site, code) = try site()
        let file = "config/calendar.xml"
        let own =
            "<hours days=\"mon tue wed thu fri\" agencies=\"000.00.10.H34\"><period from=\"08:00\" to=\"11:00\"/>"
            + "<period from=\"13:00\" to=\"16:00\"/></hours>\n  <holiday from=\"2026-01-01\""
        let text = try site.read(file).replacing("<holiday from=\"2026-01-01\"", with: own, maxReplacements: 1)
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(file)"))
        let due = try site.list().first?[5]
        #expect(try give(.reroute, code, at: site, to: "000.00.10.H34").isDone)
        // Half of six hours from Monday 14:00 on: two until 16:00, and one on Wednesday, since Tuesday is off.
        var found: [Deadlines] = []
        _ = try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            if case .rerouted(_, _, let deadlines?) = entry.event { found.append(deadlines) }
        }
        #expect(found.map(\.handOver.description) == ["2026-11-25T09:00:00+07:00"])
        #expect(try site.list().first?[5] == due)
        let view = try SiteView(site: site.path, now: site.now)
        #expect(try view.moves().isEmpty)
        let page = try #require(try view.explanation(of: code, in: .english))
        #expect(page.contains("2026-11-25T09:00:00") && !page.contains("the ledger has, and that holds"))
    }
}
