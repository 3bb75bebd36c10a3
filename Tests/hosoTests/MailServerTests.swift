import Files
import Foundation
import Testing

/// A Postfix of the test's own, which listens on nothing and delivers all letters into one mailbox.
private final class MailServer {
    /// What Postfix needs: its programs, and root, as which it starts.
    static let isThere =
        SystemUser.isRoot && Repository.tool("postfix") != nil && Repository.tool("python3") != nil
        && FileManager.default.fileExists(atPath: "/usr/lib/postfix/sbin/virtual")

    private let box: String
    var sendmail: String { "/usr/sbin/sendmail -C \(box)/etc -t -i" }
    var mailbox: String { box + "/mail/all" }

    init() throws {
        box = NSTemporaryDirectory() + "hoso-postfix-" + UUID().uuidString
        for folder in ["etc", "queue", "data", "mail"] {
            try FileManager.default.createDirectory(atPath: "\(box)/\(folder)", withIntermediateDirectories: true)
        }
        try Self.run("chown", ["postfix", box + "/data"])
        try Self.run("chown", ["nobody:nogroup", box + "/mail"])
        try write(
            """
            compatibility_level = 3.6
            queue_directory = \(box)/queue
            data_directory = \(box)/data
            maillog_file = /dev/stdout
            maillog_file_prefixes = /dev
            myhostname = motcua.example.vn
            mydestination =
            inet_interfaces = 127.0.0.1
            smtputf8_enable = no
            alias_maps =
            local_recipient_maps =
            virtual_transport = virtual
            virtual_mailbox_domains = static:all
            virtual_mailbox_maps = static:all
            virtual_mailbox_base = \(box)/mail
            virtual_minimum_uid = 100
            virtual_uid_maps = static:65534
            virtual_gid_maps = static:65534

            """, to: "main.cf")
        let services = [
            "pickup unix n - n 60 1 pickup", "cleanup unix n - n - 0 cleanup", "qmgr unix n - n 300 1 qmgr",
            "rewrite unix - - n - - trivial-rewrite", "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce",
            "trace unix - - n - 0 bounce", "flush unix n - n 1000? 0 flush", "error unix - - n - - error",
            "retry unix - - n - - error", "virtual unix - n n - - virtual", "postlog unix-dgram n - n - 1 postlogd",
        ]
        try write(services.joined(separator: "\n") + "\n", to: "master.cf")
        try Self.run("postfix", ["-c", box + "/etc", "start"])
    }

    deinit {
        _ = try? Self.run("postfix", ["-c", box + "/etc", "stop"])
        try? FileManager.default.removeItem(atPath: box)
    }

    private func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(box)/etc/\(file)"))
    }

    private static func run(_ tool: String, _ arguments: [String]) throws {
        let outcome = try ChildProcess.run(
            executable: try #require(Repository.tool(tool)), arguments: arguments,
            environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], timeout: .seconds(60))
        try #require(outcome.status == 0, "\(tool): \(outcome.text)\(outcome.said)")
    }

    /// How many letters have come once there are `count`; what there is after a minute otherwise.
    func letters(count: Int) throws -> Int {
        var found = 0
        for _ in 1...600 {
            let text = FileManager.default.contents(atPath: mailbox).map { String(decoding: $0, as: UTF8.self) } ?? ""
            found = text.components(separatedBy: "\nMessage-ID: ").count - 1
            if found >= count { break }
            Thread.sleep(forTimeInterval: 0.1)
        }
        return found
    }
}

@Suite(
    "Mail by a real mail server",
    .enabled(if: MailServer.isThere, "wants Debian's postfix and python3, and root, as whom Postfix starts"))
struct MailServerTests {
    /// A package of each sample procedure, one of them without its papers, one for a procedure that nobody offers, and a ZIP
    /// that is none, so that letters of several kinds go out.
    private func fill(_ inbox: String) throws {
        let folder = Repository.root.appendingPathComponent("config/procedures").path
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let package = "\(inbox)/\(file.dropLast(4))"
            #expect(
                try Program.run([
                    "new", "submission", "--procedure", String(file.dropLast(4)), "--account", "0900000001", package,
                ]).status == 0)
        }
        let package = inbox + "/1.004269"
        let form = URL(fileURLWithPath: package + "/hoso.xml")
        let text = try String(contentsOf: form, encoding: .utf8)
        for name in try FileManager.default.contentsOfDirectory(atPath: package) where name.hasSuffix(".pdf") {
            try FileManager.default.removeItem(atPath: "\(package)/\(name)")
        }
        let unknown = text.replacing("1.004269", with: "9.999999").replacing(#/ id="[^"]*"/#, with: " id=\"la-1\"")
        try Data(unknown.utf8).write(to: URL(fileURLWithPath: inbox + "/la.xml"))
        try Data("PK".utf8).write(to: URL(fileURLWithPath: inbox + "/hong.zip"))
    }

    @Test("OP2 letters of every kind come out of a mailbox as they went in, by the word of Python's mail reader")
    func OP2_mailbox() throws {
        let server = try MailServer()
        let path = NSTemporaryDirectory() + "hoso-mailbox-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
            .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"")
            .replacing(#/<notices from="([^"]*)"/#) { "<notices from=\"\($0.1)\" sendmail=\"\(server.sendmail)\"" }
        try Data(text.utf8).write(to: settings)
        try fill(path + "/Inbox/online")
        #expect(try Program.run(["--site", path, "once"]).status == 0)
        let waiting = try FileManager.default.contentsOfDirectory(atPath: path + "/State/mail")
        #expect(waiting.filter { !$0.hasPrefix(".") }.isEmpty)
        let sent = try ["notices", "incidents"].flatMap {
            try FileManager.default.contentsOfDirectory(atPath: "\(path)/Outbox/\($0)")
        }.filter { $0.hasSuffix(".eml") }
        for kind in ["receipt", "supplement", "refusal", "incident"] {
            #expect(sent.contains { $0.contains("-\(kind)-") }, "\(kind) of \(sent)")
        }
        #expect(try server.letters(count: sent.count) == sent.count)
        let reader = Repository.root.appendingPathComponent("packaging/tests/read_notice.py").path
        let outcome = try ChildProcess.run(
            executable: try #require(Repository.tool("python3")),
            arguments: [reader, server.mailbox, "hồ sơ", path + "/Outbox", path + "/State"],
            environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], timeout: .seconds(60))
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.said)")
        #expect(outcome.text.split(separator: "\n").count == sent.count)
    }
}
