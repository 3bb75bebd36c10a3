import Files
import Foundation
import Glibc
import Testing

/// The user whom all rights bind.
private enum Nobody {
    static let number = NSNumber(value: 65534)

    static let canBe: Bool = {
        guard geteuid() == 0, let outcome = try? run(["--version"]) else { return false }
        return outcome.status == 0
    }()

    static func run(_ arguments: [String]) throws -> ChildProcess.Outcome {
        let change = ["--reuid=65534", "--regid=65534", "--clear-groups", try Program.path()]
        return try ChildProcess.run(
            executable: "/usr/bin/setpriv", arguments: change + arguments, outputLimit: 1_000_000,
            timeout: .seconds(120))
    }
}

/// What the rights on files and folders keep hoso from; it runs as somebody whom they bind, which only root can arrange.
@Suite("What hoso may not touch", .enabled(if: Nobody.canBe))
struct ForbiddenTests {
    private final class Site {
        let path = NSTemporaryDirectory() + "hoso-forbidden-" + UUID().uuidString

        init() throws {
            #expect(try Program.run(["init", path]).status == 0)
            let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
            let text = try String(contentsOf: settings, encoding: .utf8)
                .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
                .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"")
            try Data(text.utf8).write(to: settings)
            for name in try FileManager.default.subpathsOfDirectory(atPath: path) { try give(name) }
            try give("")
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func give(_ name: String, to owner: NSNumber = Nobody.number, mode: Int? = nil) throws {
            var attributes: [FileAttributeKey: Any] = [.ownerAccountID: owner, .groupOwnerAccountID: owner]
            if let mode { attributes[.posixPermissions] = mode }
            try FileManager.default.setAttributes(attributes, ofItemAtPath: "\(path)/\(name)")
        }

        func drop(_ name: String, id: String) throws {
            let file = URL(fileURLWithPath: "\(path)/Inbox/online/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(SampleForm.submission(id).utf8).write(to: file)
        }

        func once() throws -> ChildProcess.Outcome {
            try Nobody.run(["--site", path, "once", "--verbose"])
        }

        func names(_ folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").filter { !$0.hasPrefix(".") }
        }
    }

    @Test("What its sender lets nobody read or move stays where it lies, is told once, and is taken once it may be")
    func FS12_senders() throws {
        let site = try Site()
        try site.drop("good.xml", id: "s-1")
        try site.drop("locked.xml", id: "s-2")
        try site.give("Inbox/online/locked.xml", to: 0, mode: 0)
        try site.drop("theirs/hoso.xml", id: "s-3")
        try site.drop("closed/hoso.xml", id: "s-4")
        try site.give("Inbox/online/closed", to: 0, mode: 0o700)
        let outcome = try site.once()
        #expect(outcome.status == 0, "\(outcome.said)")
        #expect(outcome.text.contains("online/good.xml: awaitingSupplement"))
        #expect(try site.once().status == 0)
        #expect(try Set(site.names("Inbox/online")) == ["locked.xml", "theirs", "closed"])
        #expect(!outcome.text.contains("quarantined"))
        #expect(outcome.said.contains("we may not read or move it: Inbox/online/locked.xml"))
        #expect(try site.names("Outbox/incidents").count == 1)
        let segment = try #require(try site.names("State/ledger").first { $0.hasSuffix(".jsonl") })
        let told = try String(contentsOfFile: "\(site.path)/State/ledger/\(segment)", encoding: .utf8)
        for name in ["locked.xml", "theirs", "closed"] { #expect(told.contains("«\(name)»"), "\(told)") }
        let doctor = try Nobody.run(["--site", site.path, "doctor"])
        for name in ["locked.xml", "theirs", "closed"] {
            #expect(doctor.text.contains("warning  arrivals: Inbox/online/\(name) may not be read or moved"))
        }
        try site.give("Inbox/online/locked.xml", mode: 0o640)
        for name in ["theirs", "closed"] { try site.give("Inbox/online/\(name)", mode: 0o770) }
        let mended = try site.once()
        #expect(mended.status == 0 && !mended.text.contains("quarantined"), "\(mended.text)\(mended.said)")
        #expect(try site.names("Inbox/online").isEmpty)
        #expect(try site.names("Outbox/incidents").count == 2)
    }

    @Test("What was told is not told to be over by a start that has not come to it yet")
    func FS12_settling() throws {
        let site = try Site()
        let settings = URL(fileURLWithPath: site.path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
        try Data(text.replacing("settleAfter=\"0s\"", with: "settleAfter=\"1s\"").utf8).write(to: settings)
        try site.drop("locked.xml", id: "s-1")
        try site.give("Inbox/online/locked.xml", to: 0, mode: 0)
        for _ in 1...2 {
            #expect(try site.once().status == 0)
            #expect(try site.names("Outbox/incidents").count == 1)
        }
        try site.give("Inbox/online/locked.xml", mode: 0o640)
        #expect(try site.once().status == 0)
        #expect(try site.names("Inbox/online").isEmpty)
        #expect(try site.names("Outbox/incidents").count == 2)
    }

    @Test("A folder of the inbox that may not be listed is an incident, not an empty one; the others are served")
    func FS11_inboxFolder() throws {
        let site = try Site()
        try site.drop("good.xml", id: "s-1")
        #expect(try site.once().status == 0)
        try site.drop("other.xml", id: "s-2")
        try site.give("Inbox/postal", to: 0, mode: 0o700)
        for _ in 1...2 {
            // An incident that is open shows in the status.
            _ = try site.once()
            #expect(try site.names("Inbox/online").isEmpty)
            #expect(try site.names("Outbox/incidents").count == 1)
        }
        try site.give("Inbox/postal", mode: 0o770)
        #expect(try site.once().status == 0)
        #expect(try site.names("Outbox/incidents").count == 2)
    }

    @Test("What only spares reading the ledger, and may not be read, keeps nobody from what the ledger says")
    func caches() throws {
        let site = try Site()
        try site.drop("good.xml", id: "s-1")
        #expect(try site.once().status == 0)
        for name in ["snapshot", "counted"] {
            try Data().write(to: URL(fileURLWithPath: "\(site.path)/State/ledger/\(name)"))
            try site.give("State/ledger/\(name)", mode: 0)
        }
        for command in ["list", "status", "report", "once", "nightly", "doctor"] {
            let outcome = try Nobody.run(["--site", site.path, command])
            #expect(outcome.status == 0, "\(command): \(outcome.text) \(outcome.said)")
        }
        #expect(try Nobody.run(["--site", site.path, "list"]).text.contains("s-1"))
    }

    @Test(
        "Where our own folders may not be written, hoso ends with an error that names one, and later goes on with all",
        arguments: ["State/working", "Outbox/incidents"])
    func FS12_own(folder: String) throws {
        let site = try Site()
        try site.drop("good.xml", id: "s-1")
        #expect(try site.once().status == 0)
        try site.drop("other.xml", id: "s-2")
        try site.give(folder, to: 0, mode: 0o555)
        let outcome = try site.once()
        #expect(outcome.status != 0)
        #expect(outcome.said.contains("EACCES"), "\(outcome.said)")
        try site.give(folder, mode: 0o750)
        let next = try site.once()
        #expect(next.status == 0, "\(next.said)")
        #expect(try site.names("Inbox/online").isEmpty)
        #expect(try site.names("State/working").isEmpty)
        #expect(try site.names("Outbox/notices").count == 2)
    }

    @Test(
        "Where a folder of the outbox may not be written, that is an incident, told once; intake waits, and goes on by itself",
        arguments: ["Outbox/notices", "Outbox/portal"])
    func FS12_Dieu13_7_outbox(folder: String) throws {
        let site = try Site()
        try site.drop("good.xml", id: "s-1")
        #expect(try site.once().status == 0)
        try site.drop("other.xml", id: "s-2")
        try site.give(folder, to: 0, mode: 0o555)
        #expect(try site.once().said.contains(folder))
        for _ in 1...2 {
            _ = try site.once()
            #expect(try site.names("Inbox/online") == ["other.xml"])
            #expect(try site.names("Outbox/incidents").count == 1)
        }
        try site.give(folder, mode: 0o750)
        let next = try site.once()
        #expect(next.status == 0, "\(next.said)")
        #expect(try site.names("Inbox/online").isEmpty)
        #expect(try site.names("Outbox/notices").count == 2)
        #expect(try site.names("Outbox/incidents").count == 2)
    }
}
