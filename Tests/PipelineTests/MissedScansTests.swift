import Bytes
import Dossiers
import Foundation
import Pipeline
import Testing

@Suite("A scan and a form that miss each other")
struct MissedScansTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")
    private let code = "000.00.12.H34-261123-0001"

    /// - Parameter card: what the form says of the card beside its name; all of it unless said.
    private func form(_ id: String, file: String = "cccd.pdf", card said: String? = nil) -> [UInt8] {
        let card = said.map { "<attachment component=\"CCCD\" file=\"\(file)\"\($0)/>" }
        return Forms.submission(
            id,
            attachments: [
                card ?? Forms.attachment("CCCD", file, self.card),
                Forms.attachment("GCN", "gcn.pdf", deed, inline: true),
            ])
    }

    private func letters(_ site: TestSite) throws -> [String] {
        try site.names("Outbox/incidents").map {
            try site.read("Outbox/incidents/\($0)").replacing("=\r\n", with: "").replacing("=\n", with: "")
        }
    }

    private func hint(_ site: TestSite) throws -> String? {
        try letters(site).first { $0.contains("scan-unmatched") }
    }

    @Test("Of a scan that comes too late, the tray says from which dossiers a file of its name is missing")
    func scanTooLate() throws {
        let site = try TestSite()
        for number in 1...5 { try site.drop("online/\(number).xml", form("s-\(number)")) }
        #expect(try site.once().map(\.state) == Array(repeating: "awaitingSupplement", count: 5))
        try site.drop("online/cccd.pdf", card)
        try site.drop("online/other.pdf", deed)
        #expect(try site.once().map(\.state) == ["unmatched", "unmatched"])
        let reason = try site.read("State/unmatched/cccd.pdf/reason.txt")
        #expect(reason.contains("000.00.12.H34-261123-0001, 000.00.12.H34-261123-0002"))
        #expect(reason.contains("0003 and 2 more"))
        #expect(try site.read("State/unmatched/other.pdf/reason.txt").contains("no form names it"))
    }

    @Test(
        "It says so too where the name has another case, or another name the declared digest, by whichever folder it came",
        arguments: ["online/CCCD.PDF", "postal/cccd.pdf", "online/Scan0001.pdf"])
    func scanOfAnotherName(_ file: String) throws {
        let site = try TestSite()
        try site.drop("online/1.xml", form("s-1"))
        #expect(try site.once().map(\.state) == ["awaitingSupplement"])
        try site.drop(file, card)
        #expect(try site.once().map(\.state) == ["unmatched"])
        let name = try #require(site.names("State/unmatched").first)
        #expect(try site.read("State/unmatched/\(name)/reason.txt").contains("is missing from \(code)"))
    }

    @Test(
        "A form that comes after its scan was given up takes it along by its digest, or by a name and size that one alone has",
        arguments: ["online/Scan0001.pdf", "online/cccd.pdf"], [true, false])
    func formTakesBack(_ file: String, hasDigest: Bool) throws {
        let site = try TestSite()
        try site.drop(file, card)
        #expect(try site.once().map(\.state) == ["unmatched"])
        try site.drop("online/1.xml", form("s-1", card: hasDigest ? nil : " size=\"\(card.count)\""))
        let isTaken = hasDigest || file == "online/cccd.pdf"
        #expect(try site.once().map(\.state) == [isTaken ? "accepted" : "awaitingSupplement"])
        #expect(site.names("State/unmatched").isEmpty == isTaken)
        #expect(try site.matched() == (isTaken ? [String(file.dropFirst(7))] : []))
        #expect(site.names("Inbox/online").isEmpty)
    }

    @Test("Each scan serves one form, and the next that declares it is told of no other")
    func onceOnly() throws {
        let site = try TestSite()
        try site.drop("online/Scan0001.pdf", card)
        try site.once()
        try site.drop("online/1.xml", form("s-1"))
        #expect(try site.once().map(\.state) == ["accepted"])
        try site.drop("online/2.xml", form("s-2"))
        #expect(try site.once().map(\.state) == ["awaitingSupplement"])
        #expect(try site.matched() == ["Scan0001.pdf"])
        #expect(try hint(site) == nil)
    }

    @Test(
        "What another folder brought, or a name that means two, is not taken along; staff are told of each that may be it"
    )
    func notTaken() throws {
        let site = try TestSite()
        try site.drop("postal/cccd.pdf", card)
        try site.once()
        try site.drop("online/1.xml", form("s-1"))
        #expect(try site.once().map(\.state) == ["awaitingSupplement"])
        #expect(try #require(try hint(site)).contains("cccd.pdf"))
        try site.drop("online/cccd.pdf", Forms.pdf("CARD"))
        try site.once()
        try site.drop("online/2.xml", form("s-2", card: " size=\"\(card.count)\""))
        #expect(try site.once().map(\.state) == ["awaitingSupplement"])
        #expect(site.names("State/unmatched") == ["cccd.pdf", "cccd.pdf.2"])
        let told = try letters(site).filter { $0.contains("scan-unmatched") && $0.contains("0002") }
        #expect(told.count == 1 && told[0].contains("cccd.pdf.2"))
    }

    @Test("A name that two forms give is no one's: neither takes the scan along")
    func contested() throws {
        let site = try TestSite()
        try site.drop("online/cccd.pdf", card)
        try site.once()
        for number in 1...2 {
            try site.drop("online/\(number).xml", form("s-\(number)", card: " size=\"\(card.count)\""))
        }
        #expect(try site.once().map(\.state) == ["awaitingSupplement", "awaitingSupplement"])
        #expect(site.names("State/unmatched") == ["cccd.pdf"])
    }

    @Test("A name that would make something else of a scan is not given it", arguments: ["a.zip", "a.xml", "a.part"])
    func nameOfAnArchive(_ name: String) throws {
        let site = try TestSite()
        try site.drop("online/Scan0001.pdf", card)
        try site.once()
        try site.drop("online/1.xml", form("s-1", file: name))
        #expect(try site.once().map(\.state) == ["accepted"])
    }

    @Test("What a crash left on its way from the tray to its form comes to it", arguments: [true, false])
    func crash(isInHand: Bool) throws {
        let site = try TestSite()
        try site.drop("online/cccd.pdf", card)
        try site.once()
        let item = "\(site.path)/State/unmatched/cccd.pdf"
        try FileManager.default.removeItem(atPath: "\(item)/reason.txt")
        if isInHand {
            try FileManager.default.moveItem(atPath: item, toPath: "\(site.path)/State/working/online@1.1-1")
        }
        try site.drop("online/1.xml", form("s-1"))
        #expect(try site.once().map(\.state) == ["accepted"])
        #expect(site.names("State/unmatched").isEmpty && site.names("State/working").isEmpty)
    }

    @Test(
        "Of a form that comes too late, staff are told what in the tray may be its file",
        arguments: [
            ("", "cccd.pdf", true), ("", "CCCD.pdf", true), (" size=\"1\"", "cccd.pdf", false),
            ("", "other.pdf", false),
        ])
    func formTooLate(said: String, file: String, isTold: Bool) throws {
        let site = try TestSite()
        try site.drop("online/\(file)", card)
        #expect(try site.once().map(\.state) == ["unmatched"])
        try site.drop("online/1.xml", form("s-1", card: said))
        #expect(try site.once().map(\.state) == ["awaitingSupplement"])
        #expect(try hint(site).map { $0.contains(code) && $0.contains(file) } ?? false == isTold)
    }

    @Test("What cannot be looked at in the tray keeps no dossier", arguments: ["", "cccd.pdf"])
    func notReadable(gone: String) throws {
        let site = try TestSite()
        try site.drop("online/cccd.pdf", card)
        #expect(try site.once().map(\.state) == ["unmatched"])
        let item = "\(site.path)/State/unmatched/cccd.pdf"
        if gone.isEmpty {
            try FileManager.default.removeItem(atPath: item)
            try Data("no folder".utf8).write(to: URL(fileURLWithPath: item))
        } else {
            try FileManager.default.removeItem(atPath: "\(item)/\(gone)")
        }
        try site.drop("online/1.xml", form("s-1"))
        #expect(try site.once().map(\.state) == ["awaitingSupplement"])
    }
}
