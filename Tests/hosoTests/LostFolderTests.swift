import Files
import Foundation
import Testing

@Suite("An inbox or outbox that is moved away while hoso serves")
struct LostFolderTests {
    private func incidents(_ site: String) throws -> [String] {
        try Program.run(["--site", site, "incident", "list", "--format", "tsv"]).text.split(separator: "\n").dropFirst()
            .filter { $0.hasSuffix("\t-") }.map { String($0.prefix { $0 != "\t" }) }
    }

    /// One that has looked around once.
    private func daemon(on site: String) throws -> Process {
        let daemon = Process()
        daemon.executableURL = URL(fileURLWithPath: try Program.path())
        daemon.arguments = ["--site", site, "run"]
        daemon.standardError = FileHandle.nullDevice
        try daemon.run()
        try wait("the first run") { FileManager.default.fileExists(atPath: site + "/State/metrics/hoso.prom") }
        return daemon
    }

    private func wait(_ what: String, _ isSo: () throws -> Bool) throws {
        for _ in 1...150 {
            if try isSo() { return }
            Thread.sleep(forTimeInterval: 0.1)
        }
        Issue.record("\(what) was waited for in vain")
    }

    @Test(
        "FS11 is missed until it is back, whoever looks meanwhile; a reload makes another, and tells so",
        arguments: ["Inbox", "Outbox"])
    func FS11_lost(folder: String) throws {
        let site = NSTemporaryDirectory() + "hoso-lost-" + UUID().uuidString
        #expect(try Program.run(["init", site]).status == 0)
        defer { try? FileManager.default.removeItem(atPath: site) }
        let settings = URL(fileURLWithPath: site + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing(#/scanEvery="[^"]*"/#, with: "scanEvery=\"200ms\"")
        try Data(text.utf8).write(to: settings)
        let daemon = try daemon(on: site)
        defer { daemon.terminate() }

        let (place, away) = ("\(site)/\(folder)", "\(site)/away")
        try FileManager.default.moveItem(atPath: place, toPath: away)
        try wait("the incident") { try incidents(site) == ["folder-gone:\(folder)"] }
        for command in ["status", "doctor", "list", "ledger verify"] {
            _ = try Program.run(["--site", site] + command.split(separator: " ").map(String.init))
        }
        Thread.sleep(forTimeInterval: 1)
        #expect(!FileManager.default.fileExists(atPath: place))
        #expect(try incidents(site) == ["folder-gone:\(folder)"])

        #expect(kill(daemon.processIdentifier, SIGHUP) == 0)
        try wait("the reload") { try incidents(site) == ["folder-made:\(folder)"] }
        #expect(FileManager.default.fileExists(atPath: place))

        try FileManager.default.removeItem(atPath: place)
        try FileManager.default.moveItem(atPath: away, toPath: place)
        try wait("the end") { try incidents(site).isEmpty }
        #expect(daemon.isRunning)
    }

    @Test("A reload where the inbox is a link to a disk that is gone is refused, and the daemon serves on")
    func linkToNowhere() throws {
        let site = NSTemporaryDirectory() + "hoso-lost-" + UUID().uuidString
        #expect(try Program.run(["init", site]).status == 0)
        defer { try? FileManager.default.removeItem(atPath: site) }
        let (inbox, disk) = ("\(site)/Inbox", "\(site)/disk")
        try FileManager.default.moveItem(atPath: inbox, toPath: disk)
        try FileManager.default.createSymbolicLink(atPath: inbox, withDestinationPath: disk)
        let daemon = try daemon(on: site)
        defer { daemon.terminate() }
        try FileManager.default.moveItem(atPath: disk, toPath: "\(site)/gone")
        #expect(kill(daemon.processIdentifier, SIGHUP) == 0)
        Thread.sleep(forTimeInterval: 2)
        #expect(daemon.isRunning)
    }
}
