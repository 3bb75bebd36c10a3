import Files
import Foundation
import Testing

/// `State/` as it was yesterday, under an outbox of today: what a restore from a backup makes.
@Suite("A state copied back")
struct RolledBackTests {
    private func drop(_ id: String, at path: String) throws {
        try Data(SampleForm.submission("\(id)").utf8).write(to: URL(fileURLWithPath: "\(path)/Inbox/online/\(id).xml"))
    }

    private func files(_ path: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            files[name] = FileManager.default.contents(atPath: "\(path)/\(name)")
        }
        return files
    }

    @Test("hoso does not start on it, says why, touches nothing, and goes on with the newest state")
    func rolledBack() throws {
        let path = NSTemporaryDirectory() + "hoso-rolled-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
        try Data(text.utf8).write(to: settings)
        let (state, yesterday, today) = (path + "/State", path + "/yesterday", path + "/today")
        func once() throws -> (status: Int32, said: String) {
            let outcome = try Program.run(["--site", path, "once"])
            return (outcome.status, outcome.said)
        }

        try drop("s-1", at: path)
        #expect(try once().status == 0)
        try FileManager.default.copyItem(atPath: state, toPath: yesterday)
        try drop("s-2", at: path)
        #expect(try once().status == 0)
        try FileManager.default.moveItem(atPath: state, toPath: today)
        try FileManager.default.moveItem(atPath: yesterday, toPath: state)

        try drop("s-3", at: path)
        let (outbox, inbox) = (try files(path + "/Outbox"), try files(path + "/Inbox"))
        for _ in 1...2 {
            let (status, said) = try once()
            #expect(status != 0)
            #expect(said.contains("copied back"))
        }
        #expect(try files(path + "/Outbox") == outbox)
        #expect(try files(path + "/Inbox") == inbox)
        let verify = try Program.run(["--site", path, "ledger", "verify"])
        #expect(verify.status != 0)
        #expect((verify.text + verify.said).contains("copied back"))

        try FileManager.default.removeItem(atPath: state)
        try FileManager.default.moveItem(atPath: today, toPath: state)
        #expect(try once().status == 0)
        let rows = try Program.run(["--site", path, "list", "--format", "tsv"]).text.split(separator: "\n").dropFirst()
        #expect(Set(rows.compactMap { $0.split(separator: "\t").first }).count == 3)
        #expect(try Program.run(["--site", path, "ledger", "verify"]).status == 0)
    }
}
