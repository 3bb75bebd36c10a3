import Files
import Foundation
import Testing

@Suite("Power cuts")
struct KillTests {
    /// A form without attachments of its own: what is missing is a finding, so that each becomes a dossier.
    @Test("Killed at random moments and started again, hoso loses nothing and does nothing twice")
    func FS14_killedAtRandomMoments() throws {
        let path = NSTemporaryDirectory() + "hoso-kill-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
        try Data(text.utf8).write(to: settings)
        let count = 300
        for number in 1...count {
            try Data(SampleForm.submission("s-\(number)").utf8).write(
                to: URL(fileURLWithPath: path + "/Inbox/online/s-\(number).xml"))
        }
        var generator = SystemRandomNumberGenerator()
        for _ in 1...15 {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try Program.path())
            process.arguments = ["--site", path, "once"]
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: Double.random(in: 0.01...0.25, using: &generator))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(try Program.run(["--site", path, "once"]).status == 0)
        let rows = try Program.run(["--site", path, "list", "--format", "tsv"]).text.split(separator: "\n").dropFirst()
        let fields = rows.map { $0.split(separator: "\t") }
        #expect(fields.count == count)
        #expect(Set(fields.map { $0[0] }).count == count)
        #expect(Set(fields.map { $0[1] }).count == count)
        #expect(fields.allSatisfy { $0[4] == "awaitingSupplement" })
        let verdict = try Program.run(["--site", path, "ledger", "verify"])
        #expect(verdict.status == 0, "\(verdict.text)")
        func names(_ folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
        }
        #expect(try names("Outbox/notices").count == count)
        #expect(try names("Outbox/portal").filter { $0.hasSuffix(".xml") }.count == count)
        #expect(try names("State/working").isEmpty)
        #expect(try names("Inbox/online").isEmpty)
    }
}
