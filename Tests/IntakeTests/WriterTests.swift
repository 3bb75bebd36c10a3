import Bytes
import Files
import Foundation
import Glibc
import Intake
import Testing

/// Somebody who is slow to write, or slow to close what he wrote, and how long a look waits for him.
@Suite("Files that somebody still writes")
struct WriterTests {
    private static let form = """
        <?xml version="1.0"?><submission xmlns="urn:hoso:package:1" id="s"><submitter><name>Nguyễn</name></submitter>\
        <attachments></attachments></submission>
        """

    private final class Place {
        let path = NSTemporaryDirectory() + "hoso-writers-" + UUID().uuidString
        let online: Folder
        var inbox: Inbox

        /// A short file has 30 ns more, and whatever somebody has open 100 s at most.
        init() throws {
            online = try Folder(path: path + "/Inbox/online", create: true)
            inbox = Inbox(
                folder: try Folder(path: path + "/Inbox"), channels: [.online],
                patience: Patience(settleAfter: 0, shortFile: 30, waitForScans: 100),
                waitingRoom: try WaitingRoom(state: try Folder(path: path + "/State", create: true)),
                peeker: { _ in Peeker(limits: Limits()) })
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func put(_ name: String, _ text: some StringProtocol) throws {
            let url = URL(fileURLWithPath: "\(path)/Inbox/online/\(name)")
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }

        func open(_ name: String) -> Int32 { unsafe Glibc.open("\(path)/Inbox/online/\(name)", O_WRONLY | O_APPEND) }

        func ready(_ steady: Int) throws -> Bool { try !inbox.look(steady: steady, wall: 1).ready.isEmpty }

        /// Whether the disk that the test runs on can say who writes.
        func tells() throws -> Bool {
            try put(".probe", "")
            return WriterLease.hasWriter(try online.open(".probe")) != nil
        }
    }

    @Test(
        "A form that ends early has the time of a short file, alone or in a folder",
        arguments: ["a.xml", "a/a.xml"],
        ["<?xm", "<submission", "urn:hoso", "id=\"s\"", "<name>", "Nguyễ", "</submitter>"])
    func formEndsEarly(name: String, last: String) throws {
        let place = try Place()
        let end = try #require(Self.form.range(of: last)?.upperBound)
        try place.put(name, Self.form[..<end])
        let first = try place.inbox.look(steady: 1, wall: 1)
        #expect(first.ready.isEmpty && first.waiting == 1 && first.settlesAt == 31)
        #expect(try !place.ready(30))
        #expect(try place.ready(31))
        try place.put(name, Self.form)
        #expect(try place.ready(32))
    }

    @Test("What is no form at all, or has a fault and its end, is given no more time", arguments: ["hello", "<a></b>"])
    func noForm(text: String) throws {
        let place = try Place()
        try place.put("a.xml", text)
        #expect(try place.ready(1))
    }

    @Test(
        "FS4 a short file that somebody has open waits as long as scans are waited for, and no longer",
        .enabled(if: try Place().tells()))
    func FS4_shortAndOpen() throws {
        let place = try Place()
        try place.put("a.xml", Self.form.dropLast(20))
        let writer = place.open("a.xml")
        for steady in [1, 31, 99_000_000_000] { #expect(try !place.ready(steady)) }
        #expect(try place.ready(100_000_000_001))
        #expect(try !place.ready(99_000_000_000))
        close(writer)
        #expect(try place.ready(99_000_000_000))
    }

    @Test(
        "FS4 a whole file that somebody has open waits as a short one does, and is ready once it is closed",
        .enabled(if: try Place().tells()),
        arguments: ["a.xml", "a/a.xml"])
    func FS4_wholeAndOpen(name: String) throws {
        let place = try Place()
        try place.put(name, Self.form)
        let writer = place.open(name)
        #expect(try !place.ready(1))
        #expect(try !place.ready(30))
        #expect(try place.ready(31))
        #expect(try !place.ready(30))
        close(writer)
        #expect(try place.ready(30))
    }
}
