import Files
import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
    private func folder() -> String { NSTemporaryDirectory() + "hoso-cli-" + UUID().uuidString }

    @Test("Help, version, and help for every command")
    func help() throws {
        let overview = try Program.run(["--help"])
        #expect(overview.status == 0)
        for command in [
            "init", "run", "once", "nightly", "report", "check", "list", "show", "quarantine", "unmatched", "ledger",
            "status",
            "config", "demo", "explain", "calendar", "schema", "new", "outbox", "doctor", "mail", "hold", "release",
            "reroute", "resend", "retry", "selftest", "rehearse",
        ] {
            #expect(overview.text.contains("  \(command) "))
            let help = try Program.run([command, "--help"])
            #expect(help.status == 0)
            #expect(help.text.hasPrefix("usage: hoso "))
            #expect(try Program.run(["help", command]).text == help.text)
        }
        for version in ["--version", "-V"] { #expect(try Program.run([version]).text.hasPrefix("hoso ")) }
    }

    @Test(
        "A mistake says what was meant, and ends with 64",
        arguments: [
            (["lst"], "did you mean list?"), (["list", "--stat", "x"], "did you mean --state?"),
            (["list", "--state", "acepted"], "did you mean accepted?"), (["list", "too", "many"], "one word too many"),
            (["show"], "a dossier's code"), (["--now", "gestern", "list"], "--now takes a time"),
            (["new", "submission", "--procedure", "1.004269", "--account", "a b", "x"], "--account takes"),
            ([], "a command is expected"), (["lsit"], "did you mean list?"),
            (["report", "--kind", "sal"], "did you mean sla?"),
            (["quarantine", "retry", "-rf.zip"], "«-rf.zip» is taken for an option"),
            (["show", "--", "000.00.10.H34-261123-0001", "--site"], "--site stands after --"),
            (["status", "--every", "1s"], "--every takes a number"),
            (["--format", "tsv", "list"], "--format stands before one: a command comes first"),
            (["-v"], "there is no option -v"), (["--sit"], "did you mean --site?"),
        ])
    func mistakes(arguments: [String], says: String) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.said.contains(says), "\(outcome.said)")
    }

    @Test("What is typed is told in the same words in the synopsis and in the list of options")
    func everySeconds() throws {
        #expect(try Program.run(["status", "--help"]).text.matches(of: #/--every SECONDS/#).count == 2)
    }

    @Test("A package to begin with has nothing that its procedure does not know", arguments: ["2.000815", "1.004269"])
    func skeleton(procedure: String) throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["new", "submission", "--procedure", procedure, path]).status == 0)
        let form = try String(contentsOfFile: path + "/hoso.xml", encoding: .utf8)
        #expect(form.contains("<form ") == (procedure == "1.004269"))
        let site = folder()
        defer { try? FileManager.default.removeItem(atPath: site) }
        #expect(try Program.run(["init", site]).status == 0)
        let check = try Program.run(["--site", site, "check", path])
        #expect(check.status == 0 && !check.text.contains("unknown-component"), "\(check.text)")
    }

    @Test("A new site runs as it is; a folder that is none, and an input that is not there, are told apart")
    func site() throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        #expect(try Program.run(["init", path]).status == 64)
        #expect(try Program.run(["new", "submission", "--procedure", "1.004269", path]).status == 64)
        #expect(try Program.run(["--site", path, "config", "check"]).status == 0)
        #expect(try Program.run(["--site", path, "once"]).status == 0)
        let list = try Program.run(["--site", path, "list", "--format", "tsv"])
        #expect(list.text == "code\tsubmission\tprocedure\tlevel\tstate\tdue\tfindings\n")
        for empty in [
            ["list"], ["quarantine", "list"], ["unmatched", "list"], ["incident", "list"], ["calendar", "preview"],
        ] {
            #expect(try Program.run(["--site", path] + empty + ["--format", "json"]).output.isEmpty)
        }
        #expect(
            try Program.run(["list"], environment: ["HOSO_SITE": path, "HOSO_NOW": "", "PATH": "/usr/bin"]).status == 0)
        #expect(try Program.run(["--site", path, "ledger", "verify"]).status == 0)
        #expect(try Program.run(["--site", path, "status"]).status == 0)
        #expect(try Program.run(["--site", path, "show", "000.00.10.H34-261123-0001"]).status == 66)
        let retry = ["--site", path, "quarantine", "retry", "nothing.zip", "--reason", "thử lại"]
        #expect(try Program.run(retry).status == 66)
        let join = ["unmatched", "join", "none.pdf", "--to", "000.00.10.H34-261123-0001", "--component", "CCCD"]
        let joined = try Program.run(["--site", path] + join + ["--reason", "vì cần"])
        #expect(joined.status == 66 && joined.said.contains("«none.pdf» does not lie in State/unmatched"))
        for order in [["hold", "000.00.10.H34-261123-0001"], ["incident", "acknowledge", "guard"]] {
            #expect(try Program.run(["--site", path] + order + ["--reason", "vì cần"]).status == 66)
        }
        #expect(try Program.run(["check", path + "/nothing.zip"]).status == 66)
        let both = try Program.run(["check", "--format", "json", path + "/nothing.zip", path + "/config/hoso.xml"])
        #expect(both.status == 66 && both.said.contains("nothing.zip» is not there"))
        #expect(both.text.contains("config/hoso.xml\""))
        #expect(try Program.run(["--site", path + "/nowhere", "list"]).status == 66)
    }

    @Test("A configuration with mistakes ends with 78, a line for each with file and line")
    func configuration() throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        let file = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: file, encoding: .utf8)
            .replacing(#/require="[^"]*"/#, with: "require=\"safe\"")
            .replacing("workers=\"2\"", with: "workers=\"no\"")
        try Data(text.utf8).write(to: file)
        try Data("Xin {{chao}}".utf8).write(to: URL(fileURLWithPath: path + "/config/templates/receipt.html"))
        for command in [["config", "check"], ["once"]] {
            let outcome = try Program.run(["--site", path] + command)
            #expect(outcome.status == 78)
            let lines = (outcome.text + outcome.said).split(separator: "\n")
            #expect(lines.contains { $0.contains("config/hoso.xml:") && $0.contains("safe") })
            #expect(lines.contains { $0.contains("config/hoso.xml:") && $0.contains("workers") })
            #expect(lines.contains { $0.contains("config/templates/receipt.html:1: ") && $0.contains("chao") })
        }
        try FileManager.default.createDirectory(atPath: path + "/config/trust", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: path + "/config/trust/bad.pem"))
        #expect(try Program.run(["--site", path, "config", "check"]).text.contains("config/trust/bad.pem:1: "))
    }

    @Test("The demonstration shows every outcome, twice in a row")
    func demo() throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        for _ in 1...2 {
            let outcome = try Program.run(["--now", "2026-11-25T08:00:00+07:00", "demo", path])
            #expect(outcome.status == 0, "\(outcome.said)")
            #expect(outcome.text.contains("H34-261125-0001"))
            for state in [
                "accepted", "duplicate", "awaitingPostalCopy", "awaitingSupplement", "awaitingPayment", "refused",
                "quarantined", "unmatched", "processing",
            ] {
                #expect(outcome.text.contains(" \(state) "), "\(state)")
            }
        }
    }

    @Test("FS6 a path that is not UTF-8 is refused, and no other folder is made in its place")
    func FS6_notUTF8() throws {
        let parent = folder()
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: parent) }
        let program = try Program.path()
        for command in [
            "'\(program)' init \"$bad\"", "'\(program)' --site \"$bad\" list", "HOSO_SITE=\"$bad\" '\(program)' list",
        ] {
            let outcome = try ChildProcess.run(
                executable: "/bin/sh", arguments: ["-c", "bad=$(printf '\(parent)/s\\377'); \(command)"],
                environment: [:], timeout: .seconds(60))
            #expect(outcome.status == 64)
            #expect(outcome.said.contains("is not UTF-8"), "\(outcome.said)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent).isEmpty)
    }
}
