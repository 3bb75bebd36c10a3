import Dossiers
import Files
import Foundation
import Testing

@testable import Pipeline

@Suite("What was delivered when hidden files in archives still counted")
struct FormerDeliveryTests {
    @Test("It is sent again byte for byte, with the hidden file that it had")
    func resent() throws {
        let site = try TestSite()
        let (card, deed) = (Forms.pdf("card"), Forms.pdf("deed"))
        let form = Forms.submission(
            "s-1",
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        try site.drop(
            "online/a.zip",
            Forms.zip([
                ("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed),
                (".DS_Store", Array("of the sender's machine".utf8)),
            ]))
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        office.stager.asBefore = true
        try office.once { _ in }
        let code = try #require(try site.list().first?.first)
        let place = URL(fileURLWithPath: "\(site.path)/Outbox/agencies/000.00.12.H34/\(code).zip")
        let delivered = try Data(contentsOf: place)
        #expect(delivered.range(of: Data(".DS_Store".utf8)) != nil)
        try FileManager.default.removeItem(at: place)
        let order = Order(.resend, dossier: DossierCode(code), reason: "lost", by: "lan")
        office.stager.asBefore = false
        let answer = try office.carryOut(order)
        #expect(answer.isDone, "\(answer.text)")
        #expect(try Data(contentsOf: place) == delivered)
    }
}
