import Bytes
import Files
import Foundation
import Intake
import Synchronization
import Testing

/// Looks that follow each other, and what each of them may leave out.
@Suite("One look at the inbox after the other")
struct InboxTests {
    /// Counts what is asked of it.
    private final class CountingPeeker: Peeking {
        private let asked = Mutex(0)
        private let real = Peeker(limits: Limits())

        var count: Int { asked.withLock { $0 } }
        private func ask() { asked.withLock { $0 += 1 } }

        func needs(_ folder: Folder, _ form: FileName) throws -> NeededFiles {
            ask()
            return try real.needs(folder, form)
        }
        func isMissingItsEnd(_ folder: Folder, _ file: FileName) throws -> Bool {
            ask()
            return try real.isMissingItsEnd(folder, file)
        }
        func isMissingFromArchive(_ folder: Folder, _ archive: FileName) throws -> Bool {
            ask()
            return false
        }
        func senders(_ folder: Folder, _ names: [FileName]) throws -> [String?] { try real.senders(folder, names) }
    }

    private final class Place {
        let path = NSTemporaryDirectory() + "hoso-looks-" + UUID().uuidString
        let peeker = CountingPeeker()
        let online: Folder
        private let patience: Patience
        var inbox: Inbox

        init(settleAfter: Int = 0, shortFile: Int = 0) throws {
            online = try Folder(path: path + "/Inbox/online", create: true)
            patience = Patience(settleAfter: settleAfter, shortFile: shortFile, waitForScans: 100)
            inbox = try Self.inbox(path, patience, peeker)
        }

        private static func inbox(_ path: String, _ patience: Patience, _ peeker: any Peeking) throws -> Inbox {
            Inbox(
                folder: try Folder(path: path + "/Inbox"), channels: [.online], patience: patience,
                waitingRoom: try WaitingRoom(state: try Folder(path: path + "/State", create: true)),
                peeker: { _ in peeker })
        }

        /// Forgets what was in memory, as a start does.
        func startAnew() throws { inbox = try Self.inbox(path, patience, peeker) }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func put(_ name: String, _ text: String = "a") throws {
            let url = URL(fileURLWithPath: "\(path)/Inbox/online/\(name)")
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    private func form(naming file: String) -> String {
        "<submission xmlns=\"urn:hoso:package:1\"><attachments><attachment file=\"\(file)\"/></attachments></submission>"
    }

    @Test("Of a flood the first look reads a thousand, and hands them over; the next reads on and asks nothing twice")
    func FS10_questions() throws {
        let place = try Place(shortFile: 30)
        for number in 0..<1_500 { try place.put("\(number).zip") }
        let first = try place.inbox.look(steady: 1, wall: 1)
        #expect(first.ready.count == 1_000 && first.waiting == 500 && first.settlesAt == 1)
        let second = try place.inbox.look(steady: 2, wall: 1)
        #expect(second.ready.count == 1_500 && second.waiting == 0 && second.settlesAt == nil)
        #expect(place.peeker.count == 1_500)
    }

    @Test(
        "A scan that waits for its form is looked at again when nothing is waited for any more, and must be quiet then")
    func restingScan() throws {
        let place = try Place(settleAfter: 10)
        try place.put("a.pdf")
        let rests = try place.inbox.look(steady: 1, wall: 1)
        #expect(rests.ready.isEmpty && rests.waiting == 1 && rests.settlesAt == nil)
        try place.put("a.pdf", "longer")
        #expect(try place.inbox.look(steady: 21, wall: 50).waiting == 1)
        let changed = try place.inbox.look(steady: 31, wall: 200)
        #expect(changed.ready.isEmpty && changed.settlesAt == 41)
        #expect(try place.inbox.look(steady: 41, wall: 200).ready.map(\.name) == [FileName.literal("a.pdf")])
    }

    @Test("A scan that waited since before its form came is quiet since then, where it has not changed")
    func quietSinceBefore() throws {
        let place = try Place(settleAfter: 10)
        try place.put("a.pdf")
        try place.put("b.pdf")
        _ = try place.inbox.look(steady: 1, wall: 1)
        try place.put("a.xml", form(naming: "a.pdf"))
        try place.put("b.xml", form(naming: "b.pdf"))
        _ = try place.inbox.look(steady: 51, wall: 1)
        try place.put("b.pdf", "longer")
        let found = try place.inbox.look(steady: 61, wall: 1)
        #expect(found.ready.map(\.name) == ["a.xml"] && found.settlesAt == 71)
        #expect(try place.inbox.look(steady: 71, wall: 1).ready.map(\.name) == ["a.xml", "b.xml"])
    }

    @Test("A form finds the scan that waited for it, whatever way its name is composed, and as it is now")
    func formAfterScan() throws {
        let place = try Place()
        let scan = "gi\u{1EA5}y.pdf"
        try place.put(scan)
        try place.put("other.pdf")
        #expect(try place.inbox.look(steady: 1, wall: 1).waiting == 2)
        try place.put("form.xml", form(naming: "gia\u{302}\u{301}y.pdf"))
        let found = try place.inbox.look(steady: 2, wall: 1)
        #expect(found.ready.map(\.name) == [FileName.literal("form.xml")])
        #expect(found.ready.first?.companions == [FileName.literal(scan)] && found.waiting == 1)
    }

    @Test("What is hidden in a folder is not its form: it waits for that, and for the scans that this names")
    func hiddenForm() throws {
        let place = try Place()
        for name in ["._form.xml", "._a.xml", ".form.xml", "._b.xml"] { try place.put("hs/\(name)") }
        #expect(try place.inbox.look(steady: 1, wall: 1).waiting == 1)
        try place.put("hs/form.xml", form(naming: "a.pdf"))
        let lacking = try place.inbox.look(steady: 2, wall: 2)
        #expect(lacking.ready.isEmpty && lacking.waiting == 1)
        try place.put("hs/a.pdf")
        #expect(try place.inbox.look(steady: 3, wall: 3).ready.map(\.name) == ["hs"])
    }

    @Test("What is still being written in a folder is not taken for a scan of its size")
    func unfinishedScan() throws {
        let place = try Place()
        let digest = SHA256.digest(of: Array("a".utf8))
        try place.put("hs/form.xml", form(naming: "a.pdf\" size=\"1\" sha256=\"\(digest)"))
        try place.put("hs/b.pdf.part")
        #expect(try place.inbox.look(steady: 1, wall: 1).waiting == 1)
        try place.put("hs/b.pdf")
        #expect(try place.inbox.look(steady: 2, wall: 2).ready.map(\.name) == ["hs"])
    }

    @Test("A scan in a folder is known by its digest alone where the form calls it otherwise and gives no size")
    func scanOfAnotherName() throws {
        let place = try Place()
        let digest = SHA256.digest(of: Array("a".utf8))
        try place.put("hs/form.xml", form(naming: "a.pdf\" sha256=\"\(digest)"))
        for (steady, name) in ["form.xml.sig", "b.pdf"].enumerated() {
            try place.put("hs/\(name)", "other")
            let lacking = try place.inbox.look(steady: steady, wall: steady)
            #expect(lacking.ready.isEmpty && lacking.waiting == 1)
        }
        try place.put("hs/c.pdf", "a")
        #expect(try place.inbox.look(steady: 9, wall: 9).ready.map(\.name) == ["hs"])
    }

    @Test("FS10 of what lies in a folder under other names no more is read than a package may have")
    func FS10_scanOfAnotherNameBesideMuch() throws {
        let place = try Place()
        let digest = SHA256.digest(of: Array("a".utf8))
        try place.put("hs/form.xml", form(naming: "a.pdf\" sha256=\"\(digest)"))
        try place.put("hs/c.pdf", "a")
        try place.put("hs/much.bin", "")
        // Sparse: it says that it has many bytes, and takes no room.
        let much = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(place.path)/Inbox/online/hs/much.bin"))
        try much.truncate(atOffset: 200_000_000)
        try much.close()
        let look = try place.inbox.look(steady: 9, wall: 9)
        #expect(look.ready.isEmpty && look.waiting == 1)
    }

    @Test("Where not every form was read yet, no scan is taken for one that belongs to none")
    func unreadForms() throws {
        let place = try Place()
        for number in 0...1_000 { try place.put("\(number).xml", "<a/>") }
        try place.put("a.pdf")
        _ = try place.inbox.look(steady: 1, wall: 1)
        let late = try place.inbox.look(steady: 2, wall: 500)
        #expect(late.ready.count == 1_001 && late.waiting == 1)
    }

    @Test("What has waited is written down and known to the next run, also while it must be quiet first")
    func waitingRoom() throws {
        let place = try Place(settleAfter: 10)
        try place.put("a.xml", form(naming: "absent.pdf"))
        let scan = try #require(FileName(bytes: [0xFF, 0x0A]))
        try place.online.replaceDurably(scan, with: [1])
        for steady in [1, 11] { #expect(try place.inbox.look(steady: steady, wall: 1_000).ready.isEmpty) }
        try place.startAnew()
        #expect(try place.inbox.look(steady: 1, wall: 1_050).ready.isEmpty)
        try place.startAnew()
        for steady in [1, 11] { #expect(try place.inbox.look(steady: steady, wall: 1_099).waiting == 2) }
        #expect(try place.inbox.look(steady: 21, wall: 1_100).ready.map(\.name) == ["a.xml", scan])
    }

    @Test("What has gone meanwhile waits anew when it comes again, in the next run too")
    func waitingRoomForgets() throws {
        let place = try Place()
        try place.put("a.pdf")
        try place.put("b.pdf")
        #expect(try place.inbox.look(steady: 1, wall: 1_000).waiting == 2)
        try place.online.remove("a.pdf")
        #expect(try place.inbox.look(steady: 2, wall: 1_001).waiting == 1)
        try place.put("a.pdf")
        try place.startAnew()
        #expect(try place.inbox.look(steady: 3, wall: 1_100).ready.map(\.name) == ["b.pdf"])
        try place.startAnew()
        try place.online.remove("b.pdf")
        #expect(try place.inbox.look(steady: 4, wall: 1_199).waiting == 1)
        #expect(try place.inbox.look(steady: 5, wall: 1_200).ready.map(\.name) == ["a.pdf"])
    }

    @Test("A clock that was set back starts every waiting anew")
    func FS9_clockSetBack() throws {
        let place = try Place()
        try place.put("a.pdf")
        #expect(try place.inbox.look(steady: 1, wall: 1_000).waiting == 1)
        #expect(try place.inbox.look(steady: 2, wall: 10).waiting == 1)
        try place.startAnew()
        #expect(try place.inbox.look(steady: 3, wall: 109).waiting == 1)
        #expect(try place.inbox.look(steady: 4, wall: 110).ready.count == 1)
    }

    @Test("What comes by age comes in the order of its names where it came at once, with the scans that belong to it")
    func order() throws {
        let place = try Place()
        for name in ["c", "a", "b"] {
            try place.put("\(name).pdf")
            try place.put("\(name).xml", form(naming: "\(name).pdf"))
        }
        let ready = try place.inbox.look(steady: 1, wall: 1).ready
        for arrival in ready {
            #expect(arrival.companions.map(\.stem) == [arrival.name.stem])
            #expect(try place.online.status(of: arrival.name)?.changed == arrival.since)
        }
        #expect(Set(ready.map(\.name)) == ["a.xml", "b.xml", "c.xml"])
        #expect(zip(ready, ready.dropFirst()).allSatisfy { ($0.since, $0.name) < ($1.since, $1.name) })
    }

    @Test("What lies in a folder is counted, hidden names aside, less what was claimed since")
    func backlog() throws {
        let place = try Place()
        #expect(place.inbox.backlog(of: .online) == nil)
        for name in [".hidden", "a.part", "b.pdf", "c.xml"] { try place.put(name, form(naming: "b.pdf")) }
        let found = try place.inbox.look(steady: 1, wall: 1)
        let backlog = try #require(place.inbox.backlog(of: .online))
        #expect(backlog.count == 3)
        #expect(try backlog.oldest == place.online.status(of: "a.part")?.changed)
        place.inbox.claimed(found.ready)
        #expect(place.inbox.backlog(of: .online)?.count == 1)
        try place.online.remove("a.part")
        place.inbox.claimed(found.ready)
        let rest = place.inbox.backlog(of: .online)
        #expect(rest?.count == 0 && rest?.oldest == nil)
    }
}
