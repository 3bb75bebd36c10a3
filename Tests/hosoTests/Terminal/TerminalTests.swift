import Files
import Foundation
import Testing

/// What differs between a terminal and a pipe.
@Suite("At a terminal", .enabled(if: Repository.tool("script") != nil, "script(1) gives a program a terminal"))
struct TerminalTests {
    private func site() throws -> String {
        let path = NSTemporaryDirectory() + "hoso-terminal-" + UUID().uuidString
        #expect(try Program.run(["demo", path]).status == 0)
        return path
    }

    /// Runs a line of the shell with a terminal for standard output and error; `hoso` is the program.
    private func shown(_ line: String, environment: [String: String] = [:]) throws -> String {
        try ChildProcess.run(
            executable: try #require(Repository.tool("script")),
            arguments: ["-qefc", "hoso() { '\(try Program.path())' \"$@\"; }; \(line)", "/dev/null"],
            environment: ["PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "TERM": "xterm"].merging(environment) { $1 },
            timeout: .seconds(60)
        ).text
    }

    @Test("What is grave is marked at a terminal, with NO_COLOR nothing is, and in a pipe nothing is")
    func colour() throws {
        let path = try site()
        defer { try? FileManager.default.removeItem(atPath: path) }
        for command in ["status", "doctor"] {
            #expect(try shown("hoso --site '\(path)' \(command)").contains("\u{1B}["))
            #expect(try !shown("hoso --site '\(path)' \(command)", environment: ["NO_COLOR": "1"]).contains("\u{1B}"))
            #expect(try !Program.run(["--site", path, command]).text.contains("\u{1B}"))
        }
        // An empty NO_COLOR is none (no-color.org).
        #expect(try shown("hoso --site '\(path)' status", environment: ["NO_COLOR": ""]).contains("\u{1B}["))
    }

    @Test("Progress shows at a terminal alone, and is gone before anything else is written")
    func progress() throws {
        let path = try site()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let ledger = "\(path)/State/ledger/*.jsonl"
        // Half a second later than the first lines, there is something to show.
        let slow = "{ head -n 5 \(ledger); sleep 1; tail -n +6 \(ledger); }"
        let page = try shown("\(slow) | hoso --site '\(path)' tally")
        let line = try #require(page.firstRange(of: #/\r\x1B\[Kcounting: \d+ done, /#))
        let result = try #require(page.range(of: "\r\u{1B}[K{"))
        #expect(line.lowerBound < result.lowerBound)
        let piped = try shown("\(slow) | hoso --site '\(path)' tally 2>&1 | cat")
        #expect(piped.hasPrefix("{") && !piped.contains("counting"))
    }

    @Test("status --watch draws over the page before at a terminal, and prints page after page in a pipe")
    func statusWatch() throws {
        let path = try site()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let page = try shown("timeout -s INT 3 '\(Program.path())' --site '\(path)' status --watch --every 1")
        #expect(page.components(separatedBy: "\u{1B}[H\u{1B}[2J").count > 2, "\(page)")
        let piped = try shown("timeout -s INT 3 '\(Program.path())' --site '\(path)' status --watch --every 1 | cat")
        #expect(!piped.contains("\u{1B}"))
        #expect(piped.components(separatedBy: "deadline   today").count > 2, "\(piped)")
    }
}
