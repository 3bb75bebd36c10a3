import Bytes
import Foundation
import Pipeline
import Testing

@Suite("A scan and a form that miss each other")
struct MissedScansTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")

    private func form(_ id: String) -> [UInt8] {
        Forms.submission(
            id,
            attachments: [
                Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed, inline: true),
            ])
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

    @Test("Of a form that comes too late, staff are told that its file lies in the tray", arguments: [true, false])
    func formTooLate(isIt: Bool) throws {
        let site = try TestSite()
        try site.drop("online/cccd.pdf", isIt ? card : Forms.pdf("of somebody else"))
        #expect(try site.once().map(\.state) == ["unmatched"])
        try site.drop("online/1.xml", form("s-1"))
        #expect(try site.once().map(\.state) == ["awaitingSupplement"])
        let letters = try site.names("Outbox/incidents").map { try site.read("Outbox/incidents/\($0)") }
        #expect(letters.contains { $0.contains("scan-unmatched") && $0.contains("261123-0001") } == isIt)
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
