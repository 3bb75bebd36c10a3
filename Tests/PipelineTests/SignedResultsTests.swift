import Dossiers
import Foundation
import Pipeline
import Testing

@Suite("Signed results, through the folders")
struct SignedResultsTests {
    private let code = "000.00.12.H34-261123-0001"
    private let lead = "000.00.12.H34"
    private let coAgency = "000.00.31.H34"
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../SignaturesTests/Fixtures/pdf").standardized

    private func result(_ id: String, _ fixture: String) throws -> [UInt8] {
        let paper = try [UInt8](Data(contentsOf: Self.fixtures.appending(path: "\(fixture).pdf")))
        return Forms.message(
            "result", id, dossier: code,
            "<approvedBy>Lân</approvedBy><attachments>" + Forms.attachment("KQ", "kq.pdf", paper, inline: true)
                + "</attachments>")
    }

    private func page(_ site: TestSite) throws -> String {
        let code = try #require(DossierCode(code))
        return try #require(try SiteView(site: site.path, now: site.now).page(of: code))
    }

    @Test(
        "One that does not fit its signature goes to nobody: its agency is told what to do, staff hear of it, show names it",
        arguments: ["after-content-changed", "flipped-scan-byte", "flipped-signature-byte", "byterange-tail-uncovered"])
    func Dieu4_6_brokenResult(fixture: String) throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        try site.drop("agencies/\(lead)/r-1.xml", try result("r-1", fixture))
        let report = try #require(
            try Checker(site: site.path, now: site.now).check("\(site.path)/Inbox/agencies/\(lead)/r-1.xml"))
        #expect(!report.isAccepted && report.reason == "result-signature-broken" && report.signatures.count == 1)
        #expect(try site.once().map(\.reasons) == [["result-signature-broken"]])
        let answer = try site.letter("agencyAnswer")
        #expect(answer.contains("chữ ký số của tệp kết quả KQ không khớp với nội dung"))
        #expect(answer.contains("Đề nghị gửi lại bằng thông điệp có mã (id) mới, kèm đúng tệp đã ký"))
        #expect(try site.letter("incident", in: "incidents").contains("không trả cho người nộp"))
        #expect(try page(site).contains("result r-1 took no effect: result-signature-broken (KQ)"))
        #expect(try page(site).contains("state: accepted"))
        #expect(!site.names("Outbox/notices").contains { $0.contains("-result-") })
        #expect(site.names("State/archive/2026/11/23/rejected").count == 1, "what came is kept")

        try site.drop("agencies/\(lead)/r-2.xml", try result("r-2", "signed-bb-rsa"))
        #expect(try site.once().map(\.state) == ["resolved"])
        #expect(try page(site).contains("result of \(lead):\n  KQ  kq.pdf  pdf"))
        #expect(try page(site).contains("signed, sha256"))
    }

    @Test("A co-agency's part that does not fit its signature goes back to it, and not to the agency that leads")
    func Dieu4_6_brokenPart() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        try site.drop("agencies/\(coAgency)/r-1.xml", try result("r-1", "after-content-changed"))
        #expect(try site.once().map(\.reasons) == [["result-signature-broken"]])
        #expect(site.names("Outbox/agencies/\(lead)") == ["\(code).zip"])
        try site.drop("agencies/\(coAgency)/r-2.xml", try result("r-2", "signed-two"))
        #expect(try site.once().map(\.reasons) == [[]])
        #expect(site.names("Outbox/agencies/\(lead)").count == 2)
    }
}
