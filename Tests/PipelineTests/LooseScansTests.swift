import Bytes
import Foundation
import Pipeline
import Testing

@Suite("Scans that lie loose under names that tell nothing")
struct LooseScansTests {
    private func attachment(_ component: String, _ file: String, _ bytes: [UInt8], sized: Bool = true) -> String {
        let whole = Forms.attachment(component, file, bytes)
        return sized ? whole : whole.replacing(" size=\"\(bytes.count)\"", with: "")
    }

    private func form(_ id: String, card: String, deed: String) -> [UInt8] {
        Forms.submission(id, attachments: [card, deed])
    }

    @Test(
        "Of two forms that name one file each gets the scan of its own digest, whatever that is called",
        arguments: [true, false], ["Scan0001(1).pdf", "Scan0000.pdf"])
    func sameName(sized: Bool, otherwise: String) throws {
        let site = try TestSite(scans: "1h")
        let (first, second, deed) = (Forms.pdf("card 1"), Forms.pdf("card 2"), Forms.pdf("deed"))
        for (id, card) in [("s-1", first), ("s-2", second)] {
            try site.drop(
                "online/\(id).xml",
                form(
                    id, card: attachment("CCCD", "Scan0001.pdf", card, sized: sized),
                    deed: Forms.attachment("GCN", "\(id).pdf", deed, inline: true)))
        }
        try site.drop("online/Scan0001.pdf", second)
        #expect(try site.once().map(\.arrival) == ["online/s-2.xml"])
        try site.drop("online/\(otherwise)", first)
        #expect(try site.once().map(\.reasons) == [[]])
        #expect(try site.list().map { $0.contains("accepted") } == [true, true])
        #expect(site.names("Inbox/online").isEmpty)
    }

    @Test("Two scans whose names are swapped are told apart by their digests", arguments: [true, false])
    func swapped(sized: Bool) throws {
        let site = try TestSite(scans: "1h")
        let (card, deed) = (Forms.pdf("card"), Forms.pdf("a deed, which is longer"))
        try site.drop("online/1.pdf", deed)
        try site.drop("online/2.pdf", card)
        try site.drop(
            "online/s-1.xml",
            form(
                "s-1", card: attachment("CCCD", "1.pdf", card, sized: sized),
                deed: attachment("GCN", "2.pdf", deed, sized: sized)))
        let outcome = try #require(try site.once().first)
        #expect(outcome.state == "accepted" && outcome.reasons.isEmpty, "\(outcome)")
    }

    @Test("Forms whose scans are swapped among them each get their own", arguments: [true, false])
    func swappedForms(sized: Bool) throws {
        let site = try TestSite(scans: "1h")
        let (first, second, deed) = (Forms.pdf("card 1"), Forms.pdf("card 2"), Forms.pdf("deed"))
        for (id, card) in [("s-1", first), ("s-2", second)] {
            try site.drop(
                "online/\(id).xml",
                form(
                    id, card: attachment("CCCD", "\(id).pdf", card, sized: sized),
                    deed: Forms.attachment("GCN", "deed.pdf", deed, inline: true)))
        }
        try site.drop("online/s-1.pdf", second)
        try site.drop("online/s-2.pdf", first)
        #expect(try site.once().map(\.reasons) == [[], []])
    }

    @Test("A scan that is not the one declared goes by its name where nothing else is, and is a finding")
    func mismatch() throws {
        let site = try TestSite(scans: "1h")
        let (card, deed) = (Forms.pdf("card"), Forms.pdf("deed"))
        try site.drop("online/cccd.pdf", Forms.pdf("CARD"))
        try site.drop("online/gcn.pdf", deed)
        try site.drop(
            "online/s-1.xml",
            form("s-1", card: attachment("CCCD", "cccd.pdf", card), deed: attachment("GCN", "gcn.pdf", deed)))
        let outcome = try #require(try site.once().first)
        #expect(outcome.reasons.joined().contains("sha256-mismatch"), "\(outcome)")
    }
}
