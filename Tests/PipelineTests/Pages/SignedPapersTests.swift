import Bytes
import Dossiers
import Foundation
import Pipeline
import Testing

@Suite("What hoso show says of signed papers")
struct SignedPapersTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../SignaturesTests/Fixtures/pdf").standardized

    @Test("It tells the facts of each paper's own signatures, also where nobody asks for any")
    func ownSignatures() throws {
        let site = try TestSite()
        let card = try [UInt8](Data(contentsOf: Self.fixtures.appending(path: "signed-bb-rsa.pdf")))
        let deed = try [UInt8](Data(contentsOf: Self.fixtures.appending(path: "flipped-scan-byte.pdf")))
        let letter = Forms.pdf("letter")
        try site.drop(
            "online/s-1.xml",
            Forms.submission(
                "s-1",
                attachments: [
                    Forms.attachment("CCCD", "cccd.pdf", card, inline: true),
                    Forms.attachment("GCN", "gcn.pdf", deed, inline: true),
                    Forms.attachment("KHAC", "khac.pdf", letter, inline: true),
                ]))
        let outcomes = try site.once()
        #expect(outcomes.map(\.state) == ["accepted"], "\(outcomes)")
        let code = try #require(DossierCode("000.00.12.H34-261123-0001"))
        let page = try #require(try SiteView(site: site.path, now: site.now).page(of: code))
        let all = page.split(separator: "\n").map(String.init)
        func lines(of component: String) throws -> ArraySlice<String> {
            let start = try #require(all.firstIndex { $0.hasPrefix("  \(component)  ") })
            return all[start...].prefix(2)
        }
        let signed = try lines(of: "CCCD")
        #expect(signed.first?.contains("not signed") == false)
        #expect(signed.last?.hasPrefix("    signature 1: covers whole; present passed, intact passed, ") == true)
        let changed = try lines(of: "GCN")
        #expect(changed.first?.contains("signed, not relied upon") == true)
        #expect(changed.last?.contains("intact failed (digest-mismatch)") == true)
        #expect(try lines(of: "KHAC").first?.contains(", not signed, ") == true)
        #expect(page.contains("paper-signature-broken [Điều 4.6]"))
    }

    @Test(
        "A paper is shown to the officer however its signature was spoilt",
        arguments: [
            "byterange-gap-too-big", "byterange-name-removed", "byterange-negative", "byterange-overflow",
            "byterange-overlap", "byterange-past-end", "byterange-start-not-zero", "byterange-tail-uncovered",
            "byterange-three-numbers", "byterange-zero", "contents-not-cms", "contents-zeroed", "isa-copied-signature",
            "swa-moved-tail", "usf-contents-empty", "usf-contents-null",
        ])
    func Dieu4_6_spoiltSignature(name: String) throws {
        let site = try TestSite()
        let card = try [UInt8](Data(contentsOf: Self.fixtures.appending(path: "\(name).pdf")))
        try site.drop(
            "online/s-1.xml",
            Forms.submission(
                "s-1",
                attachments: [
                    Forms.attachment("CCCD", "cccd.pdf", card, inline: true),
                    Forms.attachment("GCN", "gcn.pdf", Forms.pdf("deed"), inline: true),
                ]))
        #expect(try site.once().map(\.state) == ["accepted"])
        let code = try #require(DossierCode("000.00.12.H34-261123-0001"))
        let page = try #require(try SiteView(site: site.path, now: site.now).page(of: code))
        #expect(page.contains("paper-signature-broken [Điều 4.6] file «cccd.pdf»"))
    }

    @Test("A signature field that nobody signed is no remark")
    func unsignedField() throws {
        let site = try TestSite()
        let card = try [UInt8](Data(contentsOf: Self.fixtures.appending(path: "field-unsigned.pdf")))
        try site.drop(
            "online/s-1.xml",
            Forms.submission(
                "s-1",
                attachments: [
                    Forms.attachment("CCCD", "cccd.pdf", card, inline: true),
                    Forms.attachment("GCN", "gcn.pdf", Forms.pdf("deed"), inline: true),
                ]))
        #expect(try site.once().map(\.state) == ["accepted"])
        let code = try #require(DossierCode("000.00.12.H34-261123-0001"))
        let page = try #require(try SiteView(site: site.path, now: site.now).page(of: code))
        #expect(page.contains("findings: none"))
    }
}
