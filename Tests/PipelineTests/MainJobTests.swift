import Bytes
import Documents
import Dossiers
import Files
import Foundation
import Pipeline
import Publications
import Testing

@Suite("The main job, from inbox to outbox")
struct MainJobTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")

    private var attachments: [String] {
        [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)]
    }

    /// Drops one dossier in one of the four forms.
    private func drop(_ layout: String, _ id: String, into site: TestSite) throws {
        let form = Forms.submission(id, attachments: attachments)
        switch layout {
        case "zip":
            try site.drop(
                "online/\(id).zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
        case "folder":
            try site.drop("online/\(id)/cccd.pdf", card)
            try site.drop("online/\(id)/gcn.pdf", deed)
            try site.drop("online/\(id)/hoso.xml", form)
        case "loose":
            try site.drop("online/cccd.pdf", card)
            try site.drop("online/\(id).xml", form)
            try site.drop("online/gcn.pdf", deed)
        default:
            let inside = [
                Forms.attachment("CCCD", "cccd.pdf", card, inline: true),
                Forms.attachment("GCN", "gcn.pdf", deed, inline: true),
            ]
            try site.drop("online/\(id).xml", Forms.submission(id, attachments: inside))
        }
    }

    @Test("The same dossier gives the same result in each form", arguments: ["zip", "folder", "loose", "inline"])
    func forms(layout: String) throws {
        let site = try TestSite()
        try drop(layout, "s-1", into: site)
        try site.once()
        #expect(
            try site.list() == [
                ["000.00.12.H34-261123-0001", "s-1", "1.004269", "3", "accepted", "2026-11-26T14:00:00+07:00", "-"]
            ])
        #expect(site.names("Inbox/online").isEmpty)
        #expect(site.names("State/working").isEmpty)
        #expect(site.names("Outbox/portal") == ["000.00.12.H34-261123-0001.status.xml"])
        let notices = site.names("Outbox/notices")
        #expect(notices.count == 1)
        #expect(notices.first?.hasPrefix("20261123T070000Z-000.00.12.H34-261123-0001-receipt-") == true)
        // The lead agency and the co-agency get the same ZIP: every file exactly as it came, and the manifest.
        for agency in ["000.00.12.H34", "000.00.31.H34"] {
            let folder = try Folder(path: site.path + "/Outbox/agencies/\(agency)")
            let archive = try ZIPArchive(
                folder.open(FileName.literal("000.00.12.H34-261123-0001.zip")), limits: Limits())
            let files = try Dictionary(
                uniqueKeysWithValues: archive.entries.map { ($0.name, try archive.contents(of: $0, limit: 1_000_000)) })
            #expect(files["cccd.pdf"] == card)
            #expect(files["gcn.pdf"] == deed)
            let manifest = try XMLDocument.parse(try #require(files["manifest.xml"]), limits: Limits()).root
            #expect(manifest.namespace == "urn:hoso:delivery:1")
            #expect(manifest.first("files")?.children.count == files.count - 1)
        }
    }

    @Test("The same submission again, in another form, is one dossier; other content under its id is refused")
    func duplicates() throws {
        let site = try TestSite()
        try drop("zip", "s-1", into: site)
        try drop("folder", "s-1", into: site)
        try site.drop(
            "online/other.zip",
            Forms.zip([
                ("hoso.xml", Forms.submission("s-1", purpose: "Khác", attachments: attachments)), ("cccd.pdf", card),
                ("gcn.pdf", deed),
            ]))
        let outcomes = try site.once()
        #expect(outcomes.map(\.state).sorted().filter { $0 != "accepted" }.count == 2)
        let states = try site.list().map { $0[4] }
        #expect(states.sorted() == ["accepted", "refused"])
        #expect(site.names("Outbox/portal").count == 2)
        #expect(site.names("Outbox/notices").count == 2)
    }

    @Test("An unsigned dossier of level 4 waits for the post, then for the fee, then goes to its agencies")
    func Dieu7_2a_postThenPayment() throws {
        let site = try TestSite()
        try site.drop(
            "online/s.zip",
            Forms.zip([
                (
                    "hoso.xml",
                    Forms.submission(
                        "s-1", procedure: "2.000488", level: 4, form: "TK",
                        attachments: [
                            Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("SHK", "shk.pdf", deed),
                        ])
                ), ("cccd.pdf", card), ("shk.pdf", deed),
            ]))
        #expect(try site.once().map(\.state) == ["awaitingPostalCopy"])
        let code = try site.list()[0][0]
        #expect(try site.list()[0][6] == "unsigned,fee")

        try site.drop("postal/\(code)_CCCD.pdf", Forms.pdf("lone"))
        #expect(try site.once().map(\.state) == ["awaitingPostalCopy"])
        // It says of nobody that he certified it: staff are told that the dossier waits on.
        #expect(site.names("Outbox/incidents").count == 1)

        let certified = " certifiedBy=\"UBND phường Quyết Thắng\" certifiedOn=\"2026-11-22\""
        let copies = [Forms.pdf("copy 1"), Forms.pdf("copy 2")]
        let message = Forms.message(
            "postalCopy", "p-1", dossier: code,
            "<trackingNumber>RB1VN</trackingNumber><receivedAt>2026-11-23T09:00:00+07:00</receivedAt><attachments>"
                + Forms.attachment("CCCD", "a.pdf", copies[0], more: certified)
                + Forms.attachment("SHK", "b.pdf", copies[1], more: certified) + "</attachments>")
        try site.drop("postal/p/hoso.xml", message)
        try site.drop("postal/p/a.pdf", copies[0])
        try site.drop("postal/p/b.pdf", copies[1])
        #expect(try site.once().map(\.state) == ["awaitingPayment"])
        #expect(site.names("Outbox/agencies/000.00.10.H34").isEmpty)

        func payment(_ id: String, _ amount: Int) -> [UInt8] {
            Forms.message(
                "payment", id, dossier: code,
                "<amount>\(amount)</amount><paidAt>2026-11-23T09:30:00+07:00</paidAt><channel>bank</channel><reference>GD1</reference>"
            )
        }
        try site.drop("payments/1.xml", payment("m-1", 1_000))
        #expect(try site.once().map(\.state) == ["rejected"])
        try site.drop("payments/2.xml", payment("m-2", 200_000))
        #expect(try site.once().map(\.state) == ["accepted"])
        #expect(site.names("Outbox/agencies/000.00.10.H34") == ["\(code).zip"])
        #expect(site.names("Outbox/agencies/000.00.18.H34") == ["\(code).zip"])

        try site.drop(
            "agencies/000.00.31.H34/a.xml", Forms.message("acknowledgement", "k-1", dossier: code, ""))
        #expect(try site.once().map(\.state) == ["rejected"])
        try site.drop(
            "agencies/000.00.10.H34/a.xml", Forms.message("acknowledgement", "k-2", dossier: code, ""))
        #expect(try site.once().map(\.state) == ["processing"])
    }

    @Test("A bad package costs itself alone: it goes to quarantine with a reason, and comes back when asked for")
    func Dieu4_4_quarantine() throws {
        let site = try TestSite()
        try drop("zip", "s-1", into: site)
        try site.drop("online/dtd.xml", Array("<!DOCTYPE a><a/>".utf8))
        try site.drop("online/broken.zip", Array("PK\u{3}\u{4}".utf8))
        try site.drop("online/strange.xml", Array("<thing xmlns=\"urn:hoso:package:1\" id=\"x\"/>".utf8))
        try site.drop("payments/submission.xml", Forms.submission("s-9", attachments: []))
        let outcomes = try site.once()
        #expect(outcomes.count { $0.state == "quarantined" } == 4)
        #expect(outcomes.count { $0.state == "accepted" } == 1)
        #expect(site.names("Outbox/incidents").count == 4)
        let items = try QuarantineTray(site: site.path).items()
        #expect(items.map(\.code).sorted() == ["dtd", "schema", "truncated", "wrong-folder"])
        let order = Order(.retry, item: "dtd.xml", reason: "đọc lại", by: "lan")
        let answer = try OrderDesk.give(order, site: site.path, now: site.now, patience: 1) { _ in }
        #expect(answer?.isDone == true)
        #expect(site.names("Inbox/online") == ["dtd.xml"])
        #expect(try site.once().map(\.state) == ["quarantined"])
    }

    @Test("A form waits for its scans as long as the site has patience, then goes without them")
    func patience() throws {
        let site = try TestSite(scans: "1s")
        try site.drop("online/s-1.xml", Forms.submission("s-1", attachments: attachments))
        try site.drop("online/cccd.pdf", card)
        #expect(try site.once().isEmpty)
        #expect(site.names("Inbox/online") == ["cccd.pdf", "s-1.xml"])
        Thread.sleep(forTimeInterval: 2.1)
        #expect(try site.once().map(\.state) == ["awaitingSupplement"])
        #expect(try site.list()[0][6] == "missing-file")
    }

    @Test("What is still being written, hidden, or no plain file is left alone")
    func FS1_FS3_leftAlone() throws {
        let site = try TestSite()
        for name in [".a.xml", "b.xml~", "c.zip.part", "d.tmp", "e.filepart", "f.crdownload"] {
            try site.drop("online/\(name)", Forms.submission("s", attachments: []))
        }
        try FileManager.default.createSymbolicLink(
            atPath: site.path + "/Inbox/online/link.xml", withDestinationPath: "/etc/passwd")
        #expect(try site.once().isEmpty)
        #expect(site.names("Inbox/online").count == 7)
    }

    @Test("A scan that belongs to nothing goes to the unmatched tray, and staff are told")
    func unmatched() throws {
        let site = try TestSite()
        try site.drop("postal/Scan0001.pdf", card)
        try site.drop("postal/000.00.10.H34-261123-0009_CCCD.pdf", card)
        #expect(try site.once().map(\.state) == ["unmatched", "unmatched"])
        #expect(site.names("State/unmatched").count == 2)
        #expect(site.names("Outbox/incidents").count == 2)
    }

    @Test("A scan whose name has the codes of two dossiers belongs to neither, and the tray says so")
    func scanOfTwoDossiers() throws {
        let site = try TestSite()
        try drop("zip", "s-1", into: site)
        try drop("zip", "s-2", into: site)
        try site.once()
        let codes = try site.list().map { $0[0] }
        let name = "\(codes[0]) \(codes[1]).pdf"
        try site.drop("postal/\(name)", card)
        try site.drop("postal/\(codes[0])_\(codes[0]).pdf", card)
        #expect(try site.once().map(\.state).sorted() == ["accepted", "unmatched"])
        let reason = try site.read("State/unmatched/\(name)/reason.txt")
        #expect(reason.contains("two dossiers, \(codes[0]) and \(codes[1])"))
        #expect(site.names("Outbox/agencies/000.00.12.H34").count == 3)
    }

    @Test(
        "A scan for a dossier that waits for none goes to its agency, and staff are told")
    func scanNotAwaited() throws {
        let site = try TestSite()
        try drop("zip", "s-1", into: site)
        try site.once()
        let code = try site.list()[0][0]
        try site.drop("postal/\(code)_CCCD.pdf", Forms.pdf("of somebody else"))
        try site.drop("postal/\(code)_GCN.txt", Array("text".utf8))
        #expect(try site.once().map(\.state) == ["accepted", "accepted"])
        let letters = try site.names("Outbox/incidents").map { try site.read("Outbox/incidents/\($0)") }
        #expect(letters.count == 2)
        for remark in ["remark: scan-not-awaited", "remark: scan-faulty"] {
            #expect(letters.contains { $0.contains(remark) })
        }
        #expect(site.names("Outbox/agencies/000.00.12.H34").count == 3)
    }

    @Test("A scan belongs to the dossier whose code its name begins with, and the same paper may belong to several")
    func loneScans() throws {
        let site = try TestSite()
        try drop("zip", "s-1", into: site)
        try drop("zip", "s-2", into: site)
        try site.once()
        let codes = try site.list().map { $0[0] }
        for name in ["\(codes[0])_CCCD.pdf", "\(codes[1])_CCCD.pdf", "\(codes[0]).pdf", "\(codes[0])-gcn (2).PDF"] {
            try site.drop("postal/\(name)", card)
        }
        try site.drop("postal/\(codes[0])1_CCCD.pdf", card)
        try site.drop("postal/\(codes[0])CCCD.pdf", card)
        #expect(
            try site.once().map(\.state).sorted() == Array(repeating: "accepted", count: 4) + [
                "unmatched", "unmatched",
            ])
        #expect(site.names("State/unmatched") == ["\(codes[0])1_CCCD.pdf", "\(codes[0])CCCD.pdf"])
        // Each came in the same batch, and none takes the name of another.
        let folder = "Outbox/agencies/000.00.12.H34"
        #expect(
            site.names(folder) == [
                "\(codes[0]).2.zip", "\(codes[0]).3.zip", "\(codes[0]).4.zip", "\(codes[0]).zip", "\(codes[1]).2.zip",
                "\(codes[1]).zip",
            ])
    }

    @Test("What comes for a dossier in the batch that completes it leaves after it")
    func laterInTheSameBatch() throws {
        let site = try TestSite()
        try site.drop("online/s-1.xml", Forms.submission("s-1", attachments: [attachments[0]]))
        try site.drop("online/cccd.pdf", card)
        try site.once()
        let code = try site.list()[0][0]
        func supplement(_ id: String, _ component: String, _ file: [UInt8]) throws {
            let message = Forms.message(
                "supplement", id, dossier: code, account: "0900000001",
                "<attachments>" + Forms.attachment(component, "\(id).pdf", file) + "</attachments>")
            try site.drop("online/\(id).zip", Forms.zip([("hoso.xml", message), ("\(id).pdf", file)]))
        }
        try supplement("a", "GCN", deed)
        try supplement("b", "CCCD", Forms.pdf("new card"))
        #expect(try site.once().map(\.state) == ["accepted", "accepted"])
        #expect(site.names("Outbox/agencies/000.00.12.H34") == ["\(code).2.zip", "\(code).zip"])
    }

    @Test("A second hoso on the same site is told who holds it")
    func FS13_oneAtATime() throws {
        let site = try TestSite()
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        #expect(throws: SiteHeld.self) { try site.once() }
        withExtendedLifetime(office) {}
    }

    @Test("The nightly run makes each day's report once, and the same again to the byte")
    func nightly() throws {
        let site = try TestSite()
        try drop("zip", "s-1", into: site)
        try site.once()
        let later = try #require(Moment("2026-11-25T06:00:00+07:00"))
        var said: [String] = []
        for _ in 1...2 {
            let office = try Office(site: site.path, now: later, mode: .once) { _ in }
            try office.nightly(nil)
        }
        #expect(site.names("Outbox/reports") == ["2026-11-23", "2026-11-24"])
        let csv = try site.read("Outbox/reports/2026-11-23/sla.csv")
        #expect(csv.hasPrefix("\u{FEFF}agency,procedure,level,received,accepted,"))
        #expect(csv.contains("000.00.12.H34,1.004269,3,1,1,0,0,0,0,0,0,1,0,0,1,0,0,0,0,0,0,—\r\n"))
        let html = try site.read("Outbox/reports/2026-11-23/sla.html")
        #expect(html.contains("000.00.12.H34-261123-0001"))
        #expect(!html.contains("<script"))
        said.append(html)
        let day = try #require(Day("2026-11-23"))
        let view = try SiteView(site: site.path, now: later)
        #expect(String(decoding: try view.report(ReportRequest(.sla, from: day, to: day)).html, as: UTF8.self) == html)
    }
}
