import Dossiers
import Files
import Foundation
import Pipeline
import Synchronization
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

    @Test("FS8 a run that finds no room ends: it waits neither for room nor for what may be whole later")
    func FS8_doesNotWait() throws {
        let site = try TestSite(scans: "1h")
        try site.reserve("999999GB")
        // Its scans are not there, so that it is waited for.
        try site.drop(
            "online/s-1.xml", Forms.submission("s-1", attachments: [Forms.attachment("CCCD", "s-1.pdf", card)]))
        let pauses = Mutex(0)
        let real = Machine.real
        let machine = Machine(
            calls: real.calls, realtime: real.realtime, monotonic: real.monotonic,
            pause: { _ in pauses.withLock { $0 += 1 } })
        let office = try Office(site: site.path, now: site.now, mode: .once, machine: machine) { _ in }
        try office.once()
        #expect(pauses.withLock(\.self) == 0)
        #expect(site.names("Inbox/online") == ["s-1.xml"])
    }

    @Test(
        "An archived file that has changed is found when its turn comes, and told with its dossier",
        arguments: ["gcn.pdf", "hoso.xml", "ack.xml", "gone"])
    func Dieu3_5_changedArchive(name: String) throws {
        let site = try TestSite()
        for number in 1...3 { try drop(site, "s-\(number)") }
        try site.once()
        let acknowledgement = """
            <acknowledgement xmlns="urn:hoso:package:1" id="a-1" at="2026-11-23T08:20:00+07:00">\
            <dossier>000.00.12.H34-261123-0002</dossier></acknowledgement>
            """
        try site.drop("agencies/000.00.12.H34/ack.xml", Array(acknowledgement.utf8))
        #expect(try site.once().count == 1)
        let told = site.names("Outbox/incidents").count
        let today = try #require(Day("2026-11-23"))
        func audit() throws {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            try office.auditStore(on: (0..<30).map { today.advanced(by: $0) })
        }
        try audit()
        #expect(site.names("Outbox/incidents").count == told)
        let code = "000.00.12.H34-261123-0002"
        let folder = URL(fileURLWithPath: "\(site.path)/State/archive/2026/11/23")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(code) }
            .sorted()
        if name == "gone" {
            let claim = try #require(paths.first { $0.hasSuffix("gcn.pdf") }?.split(separator: "/").first)
            try FileManager.default.moveItem(
                atPath: "\(folder.path)/\(claim)", toPath: "\(site.path)/State/elsewhere")
        } else {
            let file = folder.appending(path: try #require(paths.first { $0.hasSuffix(name) }))
            var bytes = [UInt8](try Data(contentsOf: file))
            // The last letter of a value: what it makes is well-formed, and valid.
            let text = try #require(bytes.lastIndex(of: name == "gcn.pdf" ? UInt8(ascii: "x") : UInt8(ascii: "1")))
            bytes[text] ^= 2
            try Data(bytes).write(to: file)
        }
        try audit()
        try audit()
        let letters = site.names("Outbox/incidents")
        #expect(letters.count == told + 1)
        #expect(
            try letters.contains {
                try site.read("Outbox/incidents/\($0)").replacing("=\r\n", with: "").contains(code)
            })
    }
}
