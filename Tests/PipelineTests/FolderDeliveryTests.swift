import Bytes
import Documents
import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Testing

@Suite("Dossiers that leave as folders")
struct FolderDeliveryTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")
    private let agency = "Outbox/agencies/000.00.12.H34"

    private var form: [UInt8] {
        Forms.submission(
            "s-1",
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
    }

    /// A site whose agencies all take folders.
    private func site() throws -> TestSite {
        let site = try TestSite()
        let agencies = try site.read("config/agencies.xml")
            .replacing("<agency ", with: "<agency delivery=\"folder\" ")
        try Data(agencies.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/agencies.xml"))
        return site
    }

    private func bytes(_ site: TestSite, _ file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(site.path)/\(file)")))
    }

    private func dropFolder(_ site: TestSite) throws {
        try site.drop("online/s-1/cccd.pdf", card)
        try site.drop("online/s-1/gcn.pdf", deed)
        try site.drop("online/s-1/hoso.xml", form)
    }

    @Test(
        "However it came, its folder holds every file as it came, and a manifest whose digest the ledger has",
        arguments: ["zip", "folder", "loose"])
    func layout(came: String) throws {
        let site = try site()
        switch came {
        case "zip":
            try site.drop(
                "online/s-1.zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
        case "folder": try dropFolder(site)
        default:
            try site.drop("online/cccd.pdf", card)
            try site.drop("online/hoso.xml", form)
            try site.drop("online/gcn.pdf", deed)
        }
        let code = try #require(try site.once().first?.dossier)
        for agency in ["000.00.12.H34", "000.00.31.H34"] {
            let place = "Outbox/agencies/\(agency)"
            #expect(site.names(place) == ["\(code)"])
            #expect(site.names("\(place)/\(code)") == ["cccd.pdf", "gcn.pdf", "hoso.xml", "manifest.xml"])
            #expect(try bytes(site, "\(place)/\(code)/cccd.pdf") == card)
            #expect(try bytes(site, "\(place)/\(code)/hoso.xml") == form)
            let manifest = SHA256.digest(of: try bytes(site, "\(place)/\(code)/manifest.xml"))
            var promised: [Digest] = []
            _ = try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
                if case .published(let output) = entry.event, output.path == "agencies/\(agency)/\(code)" {
                    promised.append(output.sha256)
                }
            }
            #expect(promised == [manifest])
        }
    }

    @Test("What came as files of its own is not copied: the archive and the agencies share it")
    func shares() throws {
        let site = try site()
        try dropFolder(site)
        let code = try #require(try site.once().first?.dossier)
        let folder = try Folder(path: "\(site.path)/\(agency)/\(code)")
        // The archive and two agencies.
        #expect(try folder.status(of: "cccd.pdf")?.links == 3)
        #expect(try folder.status(of: "manifest.xml")?.links == 1)
    }

    @Test("A file that others may not read is copied, so that the agency can")
    func copies() throws {
        let site = try site()
        try dropFolder(site)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: "\(site.path)/Inbox/online/s-1/cccd.pdf")
        let code = try #require(try site.once().first?.dossier)
        let folder = try Folder(path: "\(site.path)/\(agency)/\(code)")
        #expect(try folder.status(of: "cccd.pdf")?.links == 1)
        #expect(try folder.status(of: "gcn.pdf")?.links == 3)
        #expect(try bytes(site, "\(agency)/\(code)/cccd.pdf") == card)
    }

    @Test(
        "A file of another group than the agency's folder is copied, so that the agency can read it",
        .enabled(if: geteuid() == 0))
    func copiesForAnotherGroup() throws {
        let site = try site()
        let folder = "\(site.path)/\(agency)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(unsafe chown(folder, 0, 50_002) == 0 && chmod(folder, 0o2770) == 0)
        try dropFolder(site)
        let code = try #require(try site.once().first?.dossier)
        let card = try Folder(path: "\(folder)/\(code)").open("cccd.pdf")
        #expect(try card.owner().group == 50_002 && card.opened.links == 1)
        let other = try Folder(path: "\(site.path)/Outbox/agencies/000.00.31.H34/\(code)")
        #expect(try other.status(of: "cccd.pdf")?.links == 2)
    }

    @Test("It is sent again once it was taken, and to another agency when it is rerouted") func again() throws {
        let site = try site()
        try dropFolder(site)
        let code = try #require(try site.once().first?.dossier)
        func give(_ verb: Order.Verb, to: String? = nil) throws -> Order.Answer {
            let order = Order(
                verb, dossier: code, item: nil, to: to.flatMap { AgencyCode($0) }, reason: "vì cần", by: "lan")
            return try #require(try OrderDesk.give(order, site: site.path, now: site.now, patience: 1) { _ in })
        }
        #expect(try !give(.resend).isDone)
        let manifest = try bytes(site, "\(agency)/\(code)/manifest.xml")
        try FileManager.default.removeItem(atPath: "\(site.path)/\(agency)/\(code)")
        #expect(try give(.resend).isDone)
        #expect(try bytes(site, "\(agency)/\(code)/manifest.xml") == manifest)
        #expect(try bytes(site, "\(agency)/\(code)/gcn.pdf") == deed)
        #expect(try give(.reroute, to: "000.00.10.H34").isDone)
        #expect(try bytes(site, "Outbox/agencies/000.00.10.H34/\(code)/gcn.pdf") == deed)
    }

    @Test("What comes later leaves as a folder with a number of its own") func later() throws {
        let site = try site()
        try dropFolder(site)
        let code = try #require(try site.once().first?.dossier)
        let from = "agencies/000.00.12.H34"
        try site.drop("\(from)/a.xml", Forms.message("acknowledgement", "k-1", dossier: "\(code)", ""))
        try site.once()
        try site.drop(
            "\(from)/r.xml",
            Forms.message(
                "supplementRequest", "r-1", dossier: "\(code)",
                "<reason>Ảnh bị mờ.</reason><component>CCCD</component><approvedBy>Trưởng phòng</approvedBy>"))
        #expect(try site.once().map(\.state) == ["awaitingSupplement"])
        let better = Forms.pdf("better")
        try site.drop(
            "online/sup.xml",
            Forms.message(
                "supplement", "u-1", dossier: "\(code)", account: "0900000001",
                "<attachments>" + Forms.attachment("CCCD", "moi.pdf", better, inline: true) + "</attachments>"))
        #expect(try site.once().map(\.state) == ["processing"])
        #expect(site.names(agency) == ["\(code)", "\(code).2"])
        // As in a ZIP, what came later lies in folders by number.
        let inside = site.names("\(agency)/\(code).2")
        let number = try #require(inside.first { $0 != "manifest.xml" })
        #expect(inside == [number, "manifest.xml"])
        #expect(site.names("\(agency)/\(code).2/\(number)") == ["moi.pdf", "sup.xml"])
        #expect(try bytes(site, "\(agency)/\(code).2/\(number)/moi.pdf") == better)
    }

    @Test(
        "A paper that a supplement's own signature covers names that file, and the signature's number in it",
        arguments: ["u-1", "s-1"])
    func signedSupplement(id: String) throws {
        let site = try site()
        let settings = URL(filePath: site.path + "/config/hoso.xml")
        let text = try site.read("config/hoso.xml")
        try Data(text.replacing(#/signatures require="[^"]*"/#, with: "signatures require=\"intact\"").utf8)
            .write(to: settings)
        try dropFolder(site)
        let code = try #require(try site.once().first?.dossier)
        let from = "agencies/000.00.12.H34"
        try site.drop("\(from)/a.xml", Forms.message("acknowledgement", "k-1", dossier: "\(code)", ""))
        try site.once()
        try site.drop(
            "\(from)/r.xml",
            Forms.message(
                "supplementRequest", "r-1", dossier: "\(code)",
                "<reason>Ảnh bị mờ.</reason><component>CCCD</component><approvedBy>Trưởng phòng</approvedBy>"))
        try site.once()
        let better = Forms.pdf("better")
        // In canonical form, so that it can be digested as it stands.
        let start = """
            <supplement xmlns="urn:hoso:package:1" account="0900000001" at="2026-11-23T09:00:00+07:00" id="\(id)">\
            <dossier>\(code)</dossier><attachments><attachment component="CCCD" file="moi.pdf" \
            sha256="\(SHA256.digest(of: better))" size="\(better.count)"><content>\(Base64.encode(better))</content>\
            </attachment></attachments>
            """
        let digest = Base64.encode(SHA256.digest(of: Array((start + "</supplement>").utf8)).bytes)
        let signature = """
            <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>\
            <ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>\
            <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>\
            <ds:Reference URI=""><ds:Transforms>\
            <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>\
            <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>\
            <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
            <ds:DigestValue>\(digest)</ds:DigestValue></ds:Reference></ds:SignedInfo>\
            <ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>
            """
        try site.drop("online/sup.xml", Array((start + signature + "</supplement>").utf8))
        #expect(try site.once().map(\.state) == ["processing"])
        let root = try XMLDocument.parse(bytes(site, "\(agency)/\(code).2/manifest.xml"), limits: Limits()).root
        let files = try #require(root.first("files")).children
        let form = try #require(files.first { $0.attribute("name")?.hasSuffix("/sup.xml") == true })
        let paper = try #require(files.first { $0.attribute("component") == "CCCD" })
        #expect(paper.attribute("vouched") == "form" && paper.attribute("signature") == nil)
        #expect(paper.attribute("signedBy") == form.attribute("name"))
        #expect(paper.attribute("signedBySignature") == "1")
        let page = try SiteView(site: site.path, now: site.now).page(of: code)
        #expect(page?.contains("signed by the message \(id), entry ") == true)
    }

    @Test("The nightly look through the archive finds nothing wrong with files that lie in the outbox as well")
    func auditOfLinkedFiles() throws {
        let site = try site()
        try dropFolder(site)
        let code = try #require(try site.once().first?.dossier)
        try site.drop("postal/\(code)_CCCD.pdf", Forms.pdf("scan"))
        try site.once()
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        try office.auditStore(on: (0..<30).map { site.now.day.advanced(by: $0) })
        // Of the scan.
        #expect(site.names("Outbox/incidents").count == 1)
        try Data("other".utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(agency)/\(code)/cccd.pdf"))
        try office.auditStore(on: (0..<30).map { site.now.day.advanced(by: $0) })
        #expect(site.names("Outbox/incidents").count == 2)
    }

    @Test("The manifest names the appointment that the citizen has, an extension's too, and whether the clock stands")
    func Dieu15_1_manifestAfterExtension() throws {
        let site = try site()
        try dropFolder(site)
        let code = try #require(try site.once().first?.dossier)
        func drop(_ root: String, _ id: String, _ fields: String) throws {
            try site.drop(
                "agencies/000.00.12.H34/\(id).xml",
                Forms.message(root, id, dossier: code.description, fields + "<approvedBy>Giám đốc</approvedBy>"))
            try site.once()
        }
        func due(_ path: String) throws -> [String?] {
            let root = try XMLDocument.parse(bytes(site, "\(path)/manifest.xml"), limits: Limits()).root
            let due = try #require(root.first("resultDue"))
            return [due.text, due.attribute("withoutExtension"), due.attribute("paused")]
        }
        #expect(try due("\(agency)/\(code)") == ["2026-11-26T14:00:00+07:00", nil, nil])
        try drop("extension", "e-1", "<reason>Xác minh.</reason><newDate>2026-12-02T16:00:00+07:00</newDate>")
        #expect(try site.list().map { $0[5] } == ["2026-12-02T16:00:00+07:00"])
        try drop("supplementRequest", "r-1", "<reason>Ảnh bị mờ.</reason><component>CCCD</component>")
        // What holds no more is no date.
        #expect(try site.list().map { $0[5] } == ["-"])
        let order = Order(.reroute, dossier: code, to: AgencyCode("000.00.10.H34"), reason: "vì cần", by: "lan")
        #expect(try Office(site: site.path, now: site.now, mode: .once) { _ in }.carryOut(order).isDone)
        #expect(
            try due("Outbox/agencies/000.00.10.H34/\(code)") == [
                "2026-12-02T16:00:00+07:00", "2026-11-26T14:00:00+07:00", "true",
            ])
    }

    @Test("The manifest says what every paper is: one that was replaced, what replaced it, and an agency's")
    func manifestOfEveryPaper() throws {
        let site = try site()
        try dropFolder(site)
        let code = try #require(try site.once().first?.dossier)
        func carrying(_ component: String, _ file: String) -> String {
            "<attachments>\(Forms.attachment(component, file, Forms.pdf(file), inline: true))</attachments>"
        }
        for (place, message) in [
            (
                "agencies/000.00.12.H34/1.xml",
                Forms.message(
                    "supplementRequest", "r-1", dossier: code.description,
                    "<reason>Ảnh bị mờ.</reason><component>CCCD</component><approvedBy>Trưởng phòng</approvedBy>")
            ),
            (
                "online/2.xml",
                Forms.message(
                    "supplement", "u-1", dossier: code.description, account: "0900000001",
                    carrying("CCCD", "moi.pdf"))
            ),
            (
                "agencies/000.00.31.H34/3.xml",
                Forms.message(
                    "result", "k-1", dossier: code.description,
                    "<approvedBy>Chủ tịch</approvedBy>\(carrying("KQ", "kq.pdf"))")
            ),
        ] {
            try site.drop(place, message)
            #expect(try site.once().first?.state != "rejected")
        }
        let order = Order(.reroute, dossier: code, to: AgencyCode("000.00.10.H34"), reason: "vì cần", by: "lan")
        #expect(try Office(site: site.path, now: site.now, mode: .once) { _ in }.carryOut(order).isDone)
        let bytes = try bytes(site, "Outbox/agencies/000.00.10.H34/\(code)/manifest.xml")
        let files = try #require(try XMLDocument.parse(bytes, limits: Limits()).root.first("files")).children
        let papers = files.filter { $0.attribute("name")?.hasSuffix(".pdf") ?? false }.map { file in
            ["original", "name"].lazy.compactMap { file.attribute($0) }.first.map { name in
                "\(name) \(file.attribute("component") ?? "-") \(file.attribute("type") ?? "-")"
            } ?? "-"
        }
        #expect(
            papers.sorted() == [
                "cccd.pdf CCCD application/pdf", "gcn.pdf GCN application/pdf", "kq.pdf KQ application/pdf",
                "moi.pdf CCCD application/pdf",
            ])
    }
}
