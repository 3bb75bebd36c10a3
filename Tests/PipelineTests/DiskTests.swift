import Dossiers
import Foundation
import Pipeline
import Testing

@Suite("Room on the disk, and what lies in the archive")
struct DiskTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")

    private func drop(_ site: TestSite, _ id: String) throws {
        let form = Forms.submission(
            id,
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        try site.drop("online/\(id)/cccd.pdf", card)
        try site.drop("online/\(id)/gcn.pdf", deed)
        try site.drop("online/\(id)/hoso.xml", form)
    }

    @Test("FS8 intake stops before the disk is full, says so once, and goes on by itself")
    func FS8_reserve() throws {
        let site = try TestSite()
        try drop(site, "s-1")
        try site.reserve("999999GB")
        for _ in 1...3 {
            #expect(try site.once().isEmpty)
            #expect(site.names("Inbox/online") == ["s-1"])
            #expect(site.names("Outbox/incidents").count == 1)
        }
        try site.reserve("1KB")
        #expect(try site.once().map(\.state) == ["accepted"])
        #expect(site.names("Outbox/incidents").count == 2)
    }

    @Test("An archived file that has changed is found when its turn comes, and told with its dossier")
    func Dieu3_5_changedArchive() throws {
        let site = try TestSite()
        for number in 1...3 { try drop(site, "s-\(number)") }
        try site.once()
        let today = try #require(Day("2026-11-23"))
        func audit() throws {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            for night in 0..<30 { try office.auditStore(on: today.advanced(by: night)) }
        }
        try audit()
        #expect(site.names("Outbox/incidents").isEmpty)
        let claims = site.names("State/archive/2026/11/23/000.00.12.H34-261123-0002")
        let claim = try #require(claims.first)
        let folder = "\(site.path)/State/archive/2026/11/23/000.00.12.H34-261123-0002/\(claim)"
        let inside = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        var bytes = deed
        bytes[20] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(inside)/gcn.pdf"))
        try audit()
        try audit()
        let letters = site.names("Outbox/incidents")
        #expect(letters.count == 1)
        #expect(try letters.contains { try site.read("Outbox/incidents/\($0)").contains("000.00.12.H34-261123-0002") })
    }
}
