import Bytes
import Dossiers
import Files
import Foundation
import Ledgers
import Testing

@testable import Pipeline

@Suite("A person puts a file of the unmatched tray to its dossier")
struct JoiningTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")

    /// A site where a dossier lacks its card, which lies in the tray under a name of its own.
    private func site(
        _ file: String = "online/Scan0001.pdf", _ bytes: [UInt8]? = nil
    ) throws -> (TestSite, DossierCode) {
        let site = try TestSite()
        try site.drop(file, bytes ?? card)
        try site.drop(
            "online/1.xml",
            Forms.submission(
                "s-1",
                attachments: [
                    "<attachment component=\"CCCD\" file=\"cccd.pdf\"/>",
                    Forms.attachment("GCN", "gcn.pdf", deed, inline: true),
                ]))
        return (site, try #require(try site.once().lazy.compactMap(\.dossier).first))
    }

    private func order(_ name: String, _ code: DossierCode, _ component: String = "CCCD") -> Order {
        var order = Order(.join, dossier: code, item: name, reason: "đúng người, đúng giấy tờ", by: "lan")
        order.component = component
        return order
    }

    private func join(
        _ site: TestSite, _ name: String, _ code: DossierCode, _ component: String = "CCCD"
    ) throws -> Order.Answer {
        try #require(
            try OrderDesk.give(order(name, code, component), site: site.path, now: site.now, patience: 1) { _ in })
    }

    @Test("FS8 without room for a copy the order is refused, and the file stays where it lies")
    func FS8_noRoom() throws {
        let (site, code) = try site()
        try site.reserve("999999GB")
        let answer = try join(site, "Scan0001.pdf", code)
        #expect(!answer.isDone && answer.text.contains("no room"))
        #expect(site.names("State/unmatched") == ["Scan0001.pdf"] && site.names("State/working").isEmpty)
        try site.reserve("1KB")
        #expect(try join(site, "Scan0001.pdf", code).isDone)
    }

    @Test(
        "It completes the dossier, stands in the ledger with who and why, and leaves the tray",
        arguments: [true, false])
    func joined(isServed: Bool) throws {
        let (site, code) = try site()
        #expect(try site.list().first?[4] == "awaitingSupplement")
        if isServed {
            try JSONEncoder().encode(order("Scan0001.pdf", code, "cccd")).write(
                to: URL(fileURLWithPath: "\(site.path)/State/orders/1.order"))
            _ = try Office(site: site.path, now: site.now, mode: .daemon) { _ in }.turn()
            #expect(try site.read("State/orders/1.answer").contains("\"isDone\":true"))
        } else {
            #expect(try join(site, "Scan0001.pdf", code).isDone)
        }
        #expect(try site.list().first?[4] == "accepted")
        #expect(site.names("State/unmatched").isEmpty && site.names("State/working").isEmpty)
        #expect(site.names("Outbox/agencies/000.00.12.H34") == ["\(code).zip"])
        #expect(site.names("Outbox/notices").contains { $0.contains("-receipt-") })
        let page = try #require(try SiteView(site: site.path, now: site.now).page(of: code))
        #expect(page.contains("Scan0001.pdf taken out of the unmatched tray by lan: đúng người, đúng giấy tờ"))
        let status = try SiteView(site: site.path, now: site.now).status()
        #expect(status.queues.first { $0.folder == "State/unmatched" }?.count == 0)
        #expect(try join(site, "Scan0001.pdf", code).isAboutNothing == true)

        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        try office.auditStore(on: (0..<30).map { site.now.day.advanced(by: $0) })
        #expect(try site.incidents().isEmpty)
    }

    @Test("What its dossier does not take goes back to the tray as it lay there")
    func refused() throws {
        let (site, code) = try site()
        let note = try site.read("State/unmatched/Scan0001.pdf/reason.txt")
        #expect(note.contains("\nfrom: online\nsince: 2026-11-23\nfile: Scan0001.pdf\nsize: \(card.count)\nsha256: "))
        let other = try join(site, "Scan0001.pdf", code, "HOCHIEU")
        #expect(!other.isDone && other.text.contains("has no component «HOCHIEU» but"))
        #expect(try join(site, "Scan0002.pdf", code).isAboutNothing == true)
        try site.drop("online/hong.pdf", Array(card.prefix(60)))
        #expect(try site.once().map(\.state) == ["unmatched"])
        let faulty = try join(site, "hong.pdf", code)
        #expect(!faulty.isDone && faulty.text.contains("no sound paper"))
        #expect(site.names("State/unmatched") == ["Scan0001.pdf", "hong.pdf"])
        #expect(site.names("State/unmatched/hong.pdf") == ["hong.pdf", "reason.txt"])
        #expect(try site.read("State/unmatched/Scan0001.pdf/reason.txt") == note)
        #expect(try site.list().first?[4] == "awaitingSupplement")
        #expect(try site.matched().isEmpty)
    }

    @Test(
        "One that bears the code of no dossier, and one that its sender called as we call the note, are joined like any other"
    )
    func names() throws {
        for (file, name) in [
            ("postal/000.00.12.H34-261123-0009_CCCD.pdf", "000.00.12.H34-261123-0009_CCCD.pdf"),
            ("online/reason.txt", "reason.txt"), ("online/a'$(b).pdf", "a'$(b).pdf"),
        ] {
            let (site, code) = try site(file)
            let folder = "State/unmatched/\(name)"
            #expect(
                try site.read("\(folder)/reason.txt").contains(name == "reason.txt" ? "join reason.txt --to" : "join "))
            #expect(try join(site, name, code).isDone)
            #expect(try site.list().first?[4] == "accepted")
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            try office.auditStore(on: (0..<30).map { site.now.day.advanced(by: $0) })
            #expect(try site.incidents().isEmpty)
        }
    }

    @Test(
        "A name is no part of a command beside itself", arguments: [("a-1.pdf", "a-1.pdf"), ("a'$(b)", "'a'\\''$(b)'")])
    func word(name: String, word: String) { #expect(Unmatched.word(name) == word) }
}

extension TestSite {
    /// What left the unmatched tray, by the ledger.
    func matched() throws -> [String] {
        var found: [String] = []
        try LedgerReading(folder: Folder(path: "\(path)/State/ledger")).forEach { entry in
            if case .matched(let name, _) = entry.event { found.append(name) }
        }
        return found
    }
}
