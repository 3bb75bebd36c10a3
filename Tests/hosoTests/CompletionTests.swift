import Files
import Foundation
import Testing

@Suite("Completion")
struct CompletionTests {
    private func candidates(_ words: [String]) throws -> [String] {
        try Program.run(["complete"] + words).text.split(separator: "\n").map(String.init)
    }

    @Test("Commands, options and the values of options are offered")
    func words() throws {
        #expect(try candidates(["stat"]) == ["status"])
        #expect(try candidates(["--si"]) == ["--site"])
        #expect(try candidates(["list", "--f"]) == ["--format"])
        #expect(try candidates(["list", "--format", ""]) == ["text", "tsv", "json"])
        #expect(try candidates(["list", "--state", "awaitingS"]) == ["awaitingSupplement"])
        #expect(try candidates(["quarantine", ""]) == ["list", "retry"])
        #expect(try candidates(["report", "--by", ""]) == ["agency", "procedure", "level"])
        #expect(try candidates(["check", ""]).isEmpty)
        #expect(try candidates(["form", "X", "rec"]) == ["receipt"])
        #expect(try candidates(["form", "reg"]) == ["register"])
        #expect(try candidates(["form", "register", ""]).isEmpty)
        #expect(try candidates(["schema", "cal"]) == ["calendar"])
        #expect(try candidates(["schema", "--example", "paym"]) == ["payment"])
    }

    @Test("The codes of dossiers are offered, and nothing where there is no site")
    func codes() throws {
        let path = NSTemporaryDirectory() + "hoso-complete-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["demo", path]).status == 0)
        let codes = try candidates(["--site", path, "show", ""])
        #expect(codes.count > 5)
        #expect(try candidates(["--site", path, "hold", String(codes[0].prefix(16))]).contains(codes[0]))
        #expect(try candidates(["--site", path, "reroute", "X", "--to", "000.00.1"]).contains("000.00.10.H34"))
        #expect(try candidates(["--site", path, "quarantine", "retry", "mau-h"]) == ["mau-hong.zip"])
        #expect(try candidates(["--site", path + "/nowhere", "show", ""]).isEmpty)
    }

    @Test("bash offers them", .enabled(if: Repository.tool("bash") != nil))
    func bash() throws {
        let script = Repository.root.appendingPathComponent("packaging/completions/hoso.bash").path
        let bin = URL(fileURLWithPath: try Program.path()).deletingLastPathComponent().path
        let outcome = try ChildProcess.run(
            executable: try #require(Repository.tool("bash")),
            arguments: [
                "-c",
                "source '\(script)'; COMP_WORDS=(hoso list --state awaitingP); COMP_CWORD=3; _hoso; printf '%s\\n' \"${COMPREPLY[@]}\"",
            ],
            environment: ["PATH": "\(bin):/usr/bin:/bin"], timeout: .seconds(60))
        #expect(outcome.text.split(separator: "\n").sorted() == ["awaitingPayment", "awaitingPostalCopy"])
    }

    @Test("fish offers them", .enabled(if: Repository.tool("fish") != nil))
    func fish() throws {
        let script = Repository.root.appendingPathComponent("packaging/completions/hoso.fish").path
        let bin = URL(fileURLWithPath: try Program.path()).deletingLastPathComponent().path
        let outcome = try ChildProcess.run(
            executable: try #require(Repository.tool("fish")),
            arguments: ["--no-config", "-c", "source '\(script)'; complete -C 'hoso quarantine l'"],
            environment: ["PATH": "\(bin):/usr/bin:/bin", "HOME": NSTemporaryDirectory()], timeout: .seconds(60))
        #expect(outcome.text.split(separator: "\n").contains("list"), "\(outcome.text)\(outcome.said)")
    }

    @Test("zsh reads its script", .enabled(if: Repository.tool("zsh") != nil))
    func zsh() throws {
        let script = Repository.root.appendingPathComponent("packaging/completions/_hoso").path
        let outcome = try ChildProcess.run(
            executable: try #require(Repository.tool("zsh")), arguments: ["-n", script], timeout: .seconds(60))
        #expect(outcome.status == 0, "\(outcome.said)")
    }
}
