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

        func needs(_ folder: Folder, _ form: FileName) throws -> [FormNeed] {
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
        var inbox: Inbox

        init(settleAfter: Int = 0, shortFile: Int = 0) throws {
            let folder = try Folder(path: path + "/Inbox", create: true)
            _ = try folder.folder("online", create: true)
            inbox = Inbox(
                folder: folder, channels: [.online],
                patience: Patience(settleAfter: settleAfter, shortFile: shortFile, waitForScans: 100), peeker: peeker,
                waitingRoom: try WaitingRoom(state: try Folder(path: path + "/State", create: true)))
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func put(_ name: String, _ text: String = "a") throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/Inbox/online/\(name)"))
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
        #expect(try place.inbox.look(steady: 1, wall: 1).settlesAt == 11)
        let rests = try place.inbox.look(steady: 11, wall: 1)
        #expect(rests.ready.isEmpty && rests.waiting == 1 && rests.settlesAt == nil)
        try place.put("a.pdf", "longer")
        #expect(try place.inbox.look(steady: 21, wall: 50).waiting == 1)
        let changed = try place.inbox.look(steady: 31, wall: 200)
        #expect(changed.ready.isEmpty && changed.settlesAt == 41)
        #expect(try place.inbox.look(steady: 41, wall: 200).ready.map(\.name) == [FileName.literal("a.pdf")])
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

    @Test("Where not every form was read yet, no scan is taken for one that belongs to none")
    func unreadForms() throws {
        let place = try Place()
        for number in 0...1_000 { try place.put("\(number).xml", "<a/>") }
        try place.put("a.pdf")
        _ = try place.inbox.look(steady: 1, wall: 1)
        let late = try place.inbox.look(steady: 2, wall: 500)
        #expect(late.ready.count == 1_001 && late.waiting == 1)
    }

    @Test("What has waited is written down, and known to the next run")
    func waitingRoom() throws {
        let place = try Place()
        let channel = try #require(Channel(mark: "agencies.000.00.10.H34"))
        let name = try #require(FileName(bytes: [0xFF, 0x0A]))
        let patience = Patience(settleAfter: 0, shortFile: 0, waitForScans: 100)
        let state = try Folder(path: place.path + "/State")
        let room = try WaitingRoom(state: state)
        #expect(room.waits(channel, name, patience: patience, wall: 1_000))
        try room.endLook()
        let next = try WaitingRoom(state: state)
        #expect(next.waits(channel, name, patience: patience, wall: 1_099))
        #expect(!next.waits(channel, name, patience: patience, wall: 1_100))
        try next.endLook()
        try next.endLook()
        #expect(try WaitingRoom(state: state).waits(channel, name, patience: patience, wall: 1_100))
    }
}
