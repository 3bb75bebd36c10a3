import Files
import Foundation
import Testing

/// What looks at a site, and takes no lock on it, leaves it as it was: a folder that vanished is missed by the next start too.
@Suite("Commands that only look")
struct LookingTests {
    private static let code = "000.00.12.H34-261123-0001"
    private static let commands = [
        "status", "doctor", "list", "list --overdue", "show \(code)", "explain \(code)", "form \(code) receipt",
        "form register", "ledger verify", "quarantine list", "unmatched list", "incident list", "report",
        "report --kind late",
        "calendar preview", "config check", "mail", "complete show x", "complete quarantine retry x",
        "complete unmatched join x",
    ]
    private static let away = [[], ["Inbox"], ["Outbox"], ["State"], ["Inbox", "Outbox", "State"]]

    private func site(hasRun: Bool) throws -> String {
        let path = NSTemporaryDirectory() + "hoso-looking-" + UUID().uuidString
        #expect(try Program.run(["init", path]).status == 0)
        guard hasRun else { return path }
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing(#/(settleAfter|waitForScans)="[^"]*"/#) { "\($0.1)=\"0s\"" }
        try Data(text.utf8).write(to: settings)
        try Data(SampleForm.submission("s-1").utf8).write(to: URL(fileURLWithPath: "\(path)/Inbox/online/s-1.xml"))
        try Data("x".utf8).write(to: URL(fileURLWithPath: "\(path)/Inbox/online/hong.zip"))
        let once = try Program.run(["--site", path, "--now", "2026-11-23T14:00:00+07:00", "once"])
        #expect(once.status == 0, "\(once.said)")
        return path
    }

    /// Every name below a site, with its kind, rights, owner and contents.
    private func tree(_ path: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).sorted().map { name in
            let status = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
            let bytes = FileManager.default.contents(atPath: "\(path)/\(name)")
            let rights = [status[.type], status[.posixPermissions], status[.ownerAccountID]].map { "\($0 ?? "-")" }
            return "\(name) \(rights) \(bytes?.hashValue ?? 0)"
        }
    }

    @Test("FS11 make and change nothing, whatever is missing", arguments: away, [true, false])
    func FS11_nothingMade(away: [String], hasRun: Bool) throws {
        let path = try site(hasRun: hasRun)
        defer { try? FileManager.default.removeItem(atPath: path) }
        for folder in away { try? FileManager.default.removeItem(atPath: "\(path)/\(folder)") }
        let before = try tree(path)
        let out = path + "-out"
        defer { try? FileManager.default.removeItem(atPath: out) }
        for command in Self.commands + ["export \(out)/export", "publish \(out)/site"] {
            let words = command.split(separator: " ").map(String.init)
            let outcome = try ChildProcess.run(
                executable: Program.path(), arguments: words,
                environment: ["HOSO_SITE": path, "HOSO_NOW": "2026-11-24T08:00:00+07:00", "PATH": "/usr/bin:/bin"],
                outputLimit: 1_000_000, timeout: .seconds(60))
            #expect([0, 1, 66].contains(outcome.status), "\(command): \(outcome.status) \(outcome.said)")
            #expect(try tree(path) == before, "\(command)")
        }
    }

    @Test(
        "FS11 an agency's reader is not tried where its folders are gone, and none is made", arguments: [true, false])
    func FS11_probe(hasRun: Bool) throws {
        let path = try site(hasRun: hasRun)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let words = "outbox check --agency 000.00.12.H34 --hidden 1 --wait 1".split(separator: " ").map(String.init)
        for away in ["Inbox", "Outbox"] {
            try FileManager.default.moveItem(atPath: "\(path)/\(away)", toPath: path + "-away")
            let before = try tree(path)
            let probe = try Program.run(["--site", path] + words)
            #expect(probe.status == 1)
            let missing = away == "Inbox" ? "Inbox/agencies/000.00.12.H34" : away
            #expect(probe.text.contains("folders: \(missing) is not there"), "\(probe.text)")
            #expect(try tree(path) == before)
            try FileManager.default.moveItem(atPath: path + "-away", toPath: "\(path)/\(away)")
        }
    }

    @Test("FS11 the status and the doctor tell of a folder that is missing", arguments: ["Inbox", "Outbox", "State"])
    func FS11_told(folder: String) throws {
        let path = try site(hasRun: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        func row() throws -> Bool {
            try Program.run(["--site", path, "status", "--format", "tsv"]).text
                .contains("folders\t\(folder)\tnot there\t-\n")
        }
        func told() throws -> String? {
            try Program.run(["--site", path, "doctor", "--format", "tsv"]).text.split(separator: "\n")
                .first { $0.contains("\tfolders\t\(folder) is not there") }
                .map { String($0.prefix { $0 != "\t" }) }
        }
        #expect(try !row() && told() == nil)
        try FileManager.default.moveItem(atPath: "\(path)/\(folder)", toPath: path + "-away")
        defer { try? FileManager.default.removeItem(atPath: path + "-away") }
        // Without its State a site looks as one that has not run yet.
        #expect(try row() && told() == (folder == "State" ? "warning" : "failure"))
    }

    @Test("FS11 the doctor tells of a folder of the inbox that is missing")
    func FS11_channel() throws {
        let path = try site(hasRun: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.removeItem(atPath: path + "/Inbox/postal")
        let told = try Program.run(["--site", path, "doctor"]).text
        #expect(told.contains("warning  folders: Inbox/postal is not there"), "\(told)")
    }
}
