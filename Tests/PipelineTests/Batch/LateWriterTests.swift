import Bytes
import Files
import Foundation
import Glibc
import Intake
import Pipeline
import Synchronization
import Testing

@Suite("Who has a file open when it is claimed")
struct LateWriterTests {
    private final class Heard: Sendable {
        let names = Mutex<[String]>([])
    }

    private func open(_ site: TestSite, _ file: String) -> Int32 {
        unsafe Glibc.open("\(site.path)/Inbox/\(file)", O_RDWR)
    }

    /// The same form with its files inside, alone, in a folder, or with them beside it.
    private func drop(_ site: TestSite, _ form: String) throws {
        let (card, deed) = (Forms.pdf("card"), Forms.pdf("deed"))
        let inside = form != "online/g/hoso.xml"
        try site.drop(
            form,
            Forms.submission(
                "s-1",
                attachments: [
                    Forms.attachment("CCCD", "cccd.pdf", card, inline: inside),
                    Forms.attachment("GCN", "gcn.pdf", deed, inline: inside),
                ]))
        guard !inside else { return }
        try site.drop("online/g/cccd.pdf", card)
        try site.drop("online/g/gcn.pdf", deed)
    }

    @Test(
        "FS4 what he writes after a commit changes nothing of what was taken in",
        arguments: ["online/a.xml", "online/g/hoso.xml"])
    func FS4_afterTheCommit(form: String) throws {
        let site = try TestSite()
        try drop(site, form)
        let before = try Data(contentsOf: URL(fileURLWithPath: "\(site.path)/Inbox/\(form)"))
        let writer = open(site, form)
        defer { close(writer) }
        let log = Heard()
        let office = try Office(site: site.path, now: site.now, mode: .once) { event in
            log.names.withLock { $0.append(event.name.rawValue) }
        }
        var outcomes: [Outcome] = []
        try office.once { outcomes += $0 }
        #expect(outcomes.map(\.state) == ["accepted"])
        _ = unsafe pwrite(writer, "EVIL", 4, 0)
        let archived = try #require(
            FileManager.default.enumerator(atPath: "\(site.path)/State/archive")?.compactMap { $0 as? String }
                .first { $0.hasSuffix(".xml") })
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(site.path)/State/archive/\(archived)")) == before)
        let canTell =
            WriterLease.hasWriter(
                try Folder(path: "\(site.path)/State").open("lock")) != nil
        #expect(log.names.withLock { $0.contains("copied") } == canTell)
    }

    @Test("What is too large to be taken in is not copied, though somebody has it open")
    func FS4_tooLarge() throws {
        let site = try TestSite()
        try site.drop("online/big.zip", [0])
        let writer = open(site, "online/big.zip")
        defer { close(writer) }
        #expect(ftruncate(writer, 3_000_000_000) == 0)
        let log = Heard()
        var outcomes: [Outcome] = []
        try Office(site: site.path, now: site.now, mode: .once) { event in
            log.names.withLock { $0.append(event.name.rawValue) }
        }.once { outcomes += $0 }
        #expect(outcomes.map(\.state) == ["quarantined"])
        #expect(log.names.withLock { !$0.contains("copied") })
    }

    @Test("A copy that a crash left half made in a claim does not go back into the inbox")
    func halfCopied() throws {
        let site = try TestSite()
        try drop(site, "online/a.xml")
        let claim = "\(site.path)/State/working/online@1.1-1"
        try FileManager.default.createDirectory(atPath: claim, withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: "\(site.path)/Inbox/online/a.xml", toPath: "\(claim)/a.xml")
        try Data("half".utf8).write(to: URL(fileURLWithPath: "\(claim)/.copy"))
        #expect(try site.once().map(\.state) == ["accepted"])
        #expect(site.names("Inbox/online").isEmpty && site.names("State/working").isEmpty)
    }
}
