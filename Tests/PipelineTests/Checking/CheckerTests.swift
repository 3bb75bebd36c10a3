import Bytes
import Dossiers
import Foundation
import Pipeline
import Testing

@Suite("What hoso check says, beside what intake does")
struct CheckerTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")

    private func check(_ site: TestSite, _ file: String) throws -> Checker.Report {
        try #require(try Checker(site: site.path, now: site.now).check("\(site.path)/\(file)"))
    }

    private func result(
        _ paper: [UInt8], declared: [UInt8], more: [(String, [UInt8])] = []
    ) throws -> [UInt8] {
        try Forms.zip(
            [
                (
                    "result.xml",
                    Forms.message(
                        "result", "kq-1", dossier: "000.00.12.H34-261123-0001",
                        """
                        <approvedBy>Lê Văn Cường</approvedBy>\
                        <attachments>\(Forms.attachment("KQ", "kq.pdf", declared))</attachments>
                        """)
                ), ("kq.pdf", paper),
            ] + more)
    }

    @Test("A loose scan counts by its digest under whatever name it lies there, as it does when it is taken in")
    func otherName() throws {
        let site = try TestSite()
        try site.drop("online/Scan0007.pdf", card)
        try site.drop("online/gcn.pdf", deed)
        try site.drop(
            "online/s-1.xml",
            Forms.submission(
                "s-1",
                attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)]))
        let report = try check(site, "Inbox/online/s-1.xml")
        #expect(report.isAccepted && report.isClean, "\(report)")
        #expect(try site.once().map(\.state) == ["accepted"])
    }

    @Test("A result whose paper is not the declared one is refused, as it is when it is taken in")
    func faultyResult() throws {
        let site = try TestSite()
        try site.drop("a.zip", try result(card, declared: card))
        #expect(try check(site, "Inbox/a.zip").isClean)
        for (paper, code) in [(deed, "sha256-mismatch"), ([], "empty-file")] {
            try site.drop("b.zip", try result(paper, declared: card))
            let report = try check(site, "Inbox/b.zip")
            #expect(!report.isAccepted && report.reason == "faulty-paper" && !report.isClean)
            #expect(report.findings.map(\.code) == [code])
        }
        try site.drop("c.zip", try result(card, declared: card, more: [("khac.pdf", deed)]))
        #expect(try check(site, "Inbox/c.zip").reason == "unlisted-file")
    }

    @Test("Of the signatures of an archive nothing is said where nothing in it is signed, or it cannot be read")
    func unsignedArchive() throws {
        let site = try TestSite()
        func form(_ signature: String = "") throws -> [UInt8] {
            try Forms.zip(
                [
                    (
                        "hoso.xml",
                        Forms.submission(
                            "s-1", attachments: [Forms.attachment("CCCD", "cccd.pdf", card)], signature: signature)
                    ), ("cccd.pdf", card),
                ])
        }
        try site.drop("a.zip", try form())
        #expect(try !check(site, "Inbox/a.zip").canBeSigned)
        try site.drop("b.zip", Array(try form().dropLast(20)))
        #expect(try !check(site, "Inbox/b.zip").canBeSigned)
        try site.drop("c.zip", try form("<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>"))
        #expect(try check(site, "Inbox/c.zip").canBeSigned)
    }

    @Test("A postal copy whose paper is not there is taken, and is not clean")
    func faultyCopy() throws {
        let site = try TestSite()
        let attachment = Forms.attachment(
            "CCCD", "cccd.pdf", card, more: " certifiedBy=\"UBND phường Quyết Thắng\" certifiedOn=\"2026-11-20\"")
        try site.drop(
            "copy.xml",
            Forms.message(
                "postalCopy", "bc-1", dossier: "000.00.12.H34-261123-0001",
                """
                <trackingNumber>EE1</trackingNumber><receivedAt>2026-11-23T09:00:00+07:00</receivedAt>\
                <attachments>\(attachment)</attachments>
                """))
        let report = try check(site, "Inbox/copy.xml")
        #expect(report.isAccepted && !report.isClean)
        #expect(report.findings.map(\.code) == ["missing-file"])
    }

    @Test(
        "What is rejected has a finding in both languages, with its article",
        arguments: [
            ("a.pdf", "", "empty-file", "supplement"), ("a.jpg", "\u{ff}\u{d8}", "wrong-type", "supplement"),
            ("a.png", "tên tôi là An", "wrong-type", "supplement"), ("a.zip", "", "empty", "quarantine"),
            ("a.zip", "%PDF-1.4 %%EOF", "type", "quarantine"), ("a.zip", "PK\u{3}\u{4}", "truncated", "quarantine"),
            ("a.xml", "<!DOCTYPE a><a/>", "dtd", "quarantine"), ("a.xml", "<a/>", "schema", "quarantine"),
        ])
    func Dieu14_1_rejected(name: String, text: String, code: String, severity: String) throws {
        let site = try TestSite()
        try site.drop(name, Array(text.utf8))
        let report = try check(site, "Inbox/\(name)")
        #expect(!report.isAccepted && !report.isClean && report.reason != nil)
        let finding = try #require(report.findings.first)
        #expect(report.findings.count == 1 && finding.code == code && finding.severity == severity, "\(report)")
        #expect(finding.article.hasPrefix("Điều ") && finding.vi.contains("Đề nghị") && !finding.vi.contains(site.path))
        #expect(!finding.en.isEmpty && (finding.code == report.reason || name.hasSuffix("g")))
    }

    @Test("A lone scan that is cut off is told in the words that its dossier would be")
    func Dieu14_1_loneScan() throws {
        let site = try TestSite()
        try site.drop("cccd.pdf", Array(card.dropLast(40)))
        let report = try check(site, "Inbox/cccd.pdf")
        #expect(report.findings.map(\.code) == ["truncated-pdf"])
        #expect(report.findings.first?.vi.hasPrefix("Tệp “cccd.pdf” bị mất phần cuối") == true)
    }

    @Test("A folder is a package under any path that leads to it", arguments: ["/.", "/x/..", "/./"])
    func dots(end: String) throws {
        let site = try TestSite()
        try site.drop("hs/hoso.xml", Forms.submission("s-1", attachments: []))
        try FileManager.default.createDirectory(
            atPath: "\(site.path)/Inbox/hs/x", withIntermediateDirectories: false)
        #expect(try check(site, "Inbox/hs\(end)").kind == "package")
        #expect(try Checker(site: site.path, now: site.now).check("\(site.path)/Inbox/absent/.") == nil)
    }

    @Test(
        "What a refused submission lacks besides is for the next one: there is no dossier to add to",
        arguments: [("0900000001", "gửi bổ sung"), ("0900000999", "khi nộp lại")])
    func refused(account: String, ending: String) throws {
        let site = try TestSite()
        try site.drop("hoso.xml", Forms.submission("s-1", account: account, attachments: []))
        let report = try check(site, "Inbox/hoso.xml")
        let missing = try #require(report.findings.first { $0.code == "missing-component" })
        #expect(missing.vi.contains(ending), "\(missing.vi)")
    }

    @Test("Of a ministry's own procedure nothing is found: it is handed on as it came")
    func Dieu2_2_central() throws {
        let site = try TestSite()
        let form = Forms.submission(
            "s-1", procedure: "1.004222", level: 4, form: "CT01",
            attachments: [Forms.attachment("CHO", "cho.pdf", deed)])
        try site.drop("online/s-1.zip", Forms.zip([("hoso.xml", form), ("cho.pdf", deed)]))
        let report = try check(site, "Inbox/online/s-1.zip")
        #expect(report.isAccepted && report.findings.isEmpty)
        #expect(try site.once().map(\.state) == ["accepted"])
        #expect(try site.list().first?[6] == "-")
    }
}
