import Files
import Foundation
import Testing

/// Runs generated packages through the built program, where the generator lies beside the repository.
@Suite("Generated packages")
struct TruthTests {
    static let generator = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/tools/make-dossiers")
        .path

    @Test(
        "State and finding of every generated package are as its truth says",
        .enabled(
            if: FileManager.default.isReadableFile(atPath: generator)
                && ["/usr/bin/python3"].contains(where: FileManager.default.isExecutableFile)))
    func truth() throws {
        let path = NSTemporaryDirectory() + "hoso-truth-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let made = try ChildProcess.run(
            executable: "/usr/bin/python3",
            arguments: [
                Self.generator, "--count", "200", "--seed", "41", "--attachment-kb", "6", "--form", "mixed",
                "--defects",
                "0.4", "--require", "present", "--site", path, "--out", path + "/Inbox/online", "--truth",
                path + "/truth.tsv",
            ], environment: ["PATH": "/usr/bin:/bin"], timeout: .seconds(120))
        try #require(made.status == 0, "\(made.said)")
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8).replacing(
            "settleAfter=\"2s\"", with: "settleAfter=\"0s\"")
        try Data(text.utf8).write(to: settings)
        #expect(try Program.run(["--site", path, "once"]).status == 0)

        let listed = try Program.run(["--site", path, "list", "--format", "tsv"]).text
        var states: [String: [String]] = [:]
        var findings: [String: Set<String>] = [:]
        for row in listed.split(separator: "\n").dropFirst().map({ $0.split(separator: "\t").map(String.init) }) {
            states[row[1], default: []].append(row[4])
            findings[row[1], default: []].formUnion(row[6].split(separator: ",").map(String.init))
        }
        var expected: [String: [String]] = [:]
        let truth = try String(contentsOfFile: path + "/truth.tsv", encoding: .utf8)
        for row in truth.split(separator: "\n").dropFirst().map({ $0.split(separator: "\t").map(String.init) }) {
            let (submission, outcome, reason) = (row[2], row[6], row[8])
            if outcome != "duplicate" { expected[submission, default: []].append(outcome) }
            if reason == "-" || outcome == "duplicate" { continue }
            let code = reason == "unsigned-level4" ? "unsigned" : reason
            #expect(findings[submission]?.contains(code) == true, "\(row[0]): \(code)")
        }
        #expect(states.mapValues { $0.sorted() } == expected.mapValues { $0.sorted() })
    }
}
