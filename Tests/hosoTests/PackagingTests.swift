import Files
import Foundation
import Testing

/// The files that are installed, looked at by the programs that will read them, where the machine has those.
@Suite("What is installed")
struct PackagingTests {
    private static let units = ["hoso.service", "hoso@.service", "hoso-nightly.service", "hoso-nightly@.service"]

    private func run(_ tool: String, _ arguments: [String]) throws -> ChildProcess.Outcome {
        let path = try #require(Repository.tool(tool))
        return try ChildProcess.run(
            executable: path, arguments: arguments, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
            timeout: .seconds(120))
    }

    private func file(_ path: String) -> String { Repository.root.appendingPathComponent("packaging/" + path).path }

    @Test(
        "systemd finds the daemon's exposure below 1.5 of 10", .enabled(if: Repository.tool("systemd-analyze") != nil),
        arguments: units)
    func exposure(unit: String) throws {
        let outcome = try run(
            "systemd-analyze", ["security", "--offline=true", "--threshold=15", file("systemd/" + unit)])
        #expect(outcome.status == 0, "\(outcome.text.suffix(300))")
    }

    @Test("The daemon's unit asks for what the program keeps")
    func unit() throws {
        let unit = try Repository.text("packaging/systemd/hoso.service")
        for line in ["Type=notify", "WatchdogSec=5min", "TimeoutStopSec=3min", "Restart=on-failure", "User=hoso"] {
            #expect(unit.contains("\n\(line)\n"), "\(line)")
        }
        #expect(unit.contains("\nExecReload=/bin/kill -HUP $MAINPID\n"))
        let timer = try Repository.text("packaging/systemd/hoso-nightly.timer")
        #expect(timer.contains("\nPersistent=true\n"))
        #expect(try Repository.text("packaging/systemd/hoso-nightly.service").contains("\nOnFailure="))
        // Ten seconds between starts never meet systemd's own limit.
        #expect(unit.contains("\nStartLimitIntervalSec=30min\nStartLimitBurst=30\n"))
        // Every letter may start it; systemd's own limit would end what watches for the next.
        let mail = try Repository.text("packaging/systemd/hoso-mail.service")
        #expect(mail.contains("\nStartLimitIntervalSec=0\n") && mail.contains("\nOnFailure="))
        #expect(!mail.contains("Directory"))
        // systemd asks RestartPreventExitStatus of the main process alone.
        #expect(!unit.contains("\nExecStartPre="))
        #expect(unit.contains("\nRestartPreventExitStatus=1 64 65 66 75 78\n"))
    }

    @Test("A mistake in the configuration ends the daemon itself, with the code after which it is not started again")
    func mistakenConfiguration() throws {
        let path = NSTemporaryDirectory() + "hoso-mistaken-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        try FileManager.default.removeItem(atPath: path + "/config/calendar.xml")
        let outcome = try Program.run(["--site", path, "run"])
        #expect(outcome.status == 78)
        #expect(outcome.said.contains("config/calendar.xml"), "\(outcome.said)")
    }

    @Test(
        "A further site has the units of the first, setting for setting",
        arguments: [
            "hoso.service", "hoso-nightly.service", "hoso-nightly.timer", "hoso-mail.service", "hoso-mail.path",
            "hoso-mail.timer",
        ])
    func furtherSites(unit: String) throws {
        func settings(_ name: String) throws -> [Substring] {
            try Repository.text("packaging/systemd/" + name).split(separator: "\n")
                .filter { !$0.hasPrefix("#") && !$0.hasPrefix("Description=") }
        }
        let site = "/srv/hoso/%i"
        let further = try settings(unit.replacing(".", with: "@.")).map {
            $0.replacing(site + "/State/mail", with: "/var/lib/hoso/mail")
                .replacing("ReadWritePaths=" + site, with: "ReadWritePaths=/var")
                .replacing("ReadOnlyPaths=\(site)/config", with: "ReadOnlyPaths=/etc/hoso")
                .replacing(site, with: "/etc/hoso").replacing("-%i", with: "").replacing("@%i", with: "")
        }
        #expect(try further == settings(unit))
    }

    @Test(
        "cron hears nothing of a good pass, nor of one that finds another at work, and everything of a failure",
        .enabled(if: Repository.tool("flock") != nil), arguments: ["once", "nightly"])
    func crontab(command: String) throws {
        let path = NSTemporaryDirectory() + "hoso-cron-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        let lines = try Repository.text("packaging/cron/hoso.crontab").split(separator: "\n")
        let line = try #require(lines.first { !$0.hasPrefix("#") && $0.contains("hoso \(command) ") })
        // Five fields of time, the user, and the rest is the shell's.
        let job = line.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: true).last.map(String.init) ?? ""
        let script = job.replacing("/usr/bin/hoso", with: try Program.path())
        func run(_ before: [String] = []) throws -> ChildProcess.Outcome {
            try ChildProcess.run(
                executable: "/usr/bin/env", arguments: before + ["sh", "-c", script],
                environment: ["PATH": "/usr/bin:/bin", "HOSO_SITE": path], timeout: .seconds(60))
        }
        let good = try run()
        #expect(good.status == 0 && good.text.isEmpty && good.said.isEmpty, "\(good.text)\(good.said)")
        if command == "once" {
            let held = try run(["flock", path + "/State/lock"])
            #expect(held.status == 0 && held.text.isEmpty && held.said.isEmpty, "\(held.text)\(held.said)")
        }
        try FileManager.default.removeItem(atPath: path + "/config/calendar.xml")
        let bad = try run()
        #expect(bad.status != 0 && bad.text.contains("config/calendar.xml"), "\(bad.text)")
    }

    @Test("Prometheus takes the alert rules", .enabled(if: Repository.tool("promtool") != nil))
    func rules() throws {
        let outcome = try run("promtool", ["check", "rules", file("monitoring/hoso.rules.yml")])
        #expect(outcome.status == 0, "\(outcome.said)")
    }

    @Test("Prometheus takes the metrics", .enabled(if: Repository.tool("promtool") != nil))
    func metrics() throws {
        let path = NSTemporaryDirectory() + "hoso-promtool-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        #expect(try Program.run(["--site", path, "once"]).status == 0)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path + "/State/metrics/hoso.prom")))
        let outcome = try ChildProcess.run(
            executable: try #require(Repository.tool("promtool")), arguments: ["check", "metrics"], input: bytes,
            timeout: .seconds(60))
        #expect(outcome.status == 0, "\(outcome.said)")
    }

    @Test(
        "The manual pages are written as mdoc wants them", .enabled(if: Repository.tool("mandoc") != nil),
        arguments: ["hoso.1", "hoso.8", "hoso.xml.5", "hoso-formats.5"])
    func manual(page: String) throws {
        let outcome = try run("mandoc", ["-Tlint", "-Wwarning", file("man/" + page)])
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test("The manual page tells of every command")
    func manualIsWhole() throws {
        let page = try Repository.text("packaging/man/hoso.1")
        let overview = try Program.run(["--help"]).text
        let commands = overview.split(separator: "\n").filter {
            $0.hasPrefix("  ") && !$0.hasPrefix("  -") && !$0.hasPrefix("   ")
        }
        .compactMap { $0.split(separator: " ").first }
        #expect(commands.count > 15)
        for command in commands { #expect(page.contains(".It Cm \(command)"), "\(command)") }
    }

    @Test("The manual page tells of every option of every command, and of no other")
    func manualHasEveryOption() throws {
        let page = try Repository.text("packaging/man/hoso.1").replacing("\\-", with: "-")
        var told: [Substring: Set<String>] = [:]
        for section in page.split(separator: "\n.It Cm ").dropFirst() {
            let name = section.prefix { !$0.isWhitespace }
            told[name, default: []].formUnion(section.matches(of: #/Fl -([a-z-]+)/#).map { "--" + $0.1 })
        }
        let general: Set = ["--site", "--now", "--log-format", "--help", "--version"]
        for line in try Program.run(["--help"]).text.split(separator: "\n") {
            guard let command = line.firstMatch(of: #/^  ([a-z]+)  /#)?.1 else { continue }
            let help = try Program.run([String(command), "--help"]).text
            let options = Set(help.matches(of: #/\n  (--[a-z-]+)/#).map { String($0.1) })
            let named = Set(help.matches(of: #/--[a-z-]+/#).map { String($0.0) }).union(general)
            let manual = try #require(told[command], "\(command)")
            #expect(manual.isSuperset(of: options), "\(command): \(options.subtracting(manual))")
            #expect(manual.isSubset(of: named), "\(command): \(manual.subtracting(named))")
        }
    }

    @Test("The manual of the formats tells of every document that may arrive, and the other one of every timer")
    func manualIsWholeOfFormats() throws {
        let page = try Repository.text("packaging/man/hoso-formats.5")
        let help = try Program.run(["schema", "--help"]).text
        let arriving = try #require(help.firstMatch(of: #/Documents that arrive \(package\): ([^.]+)\./#)?.1)
        for document in arriving.split(separator: ", ") {
            #expect(page.contains("\n.It \(document) Ta "), "\(document)")
        }
        for folder in ["agencies", "portal", "portal/results", "notices", "incidents", "reports", "refunds"] {
            #expect(page.contains("Pa \(folder)/"), "\(folder)")
        }
        let running = try Repository.text("packaging/man/hoso.8")
        let units = Repository.root.appendingPathComponent("packaging/systemd").path
        for unit in try FileManager.default.contentsOfDirectory(atPath: units) where unit.hasSuffix(".timer") {
            #expect(running.contains(unit), "\(unit)")
        }
    }

    @Test("Installed below a folder, everything lies where it is looked for")
    func install() throws {
        let folder = NSTemporaryDirectory() + "hoso-install-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let outcome = try run("sh", [file("install.sh"), Program.path(), folder, "/usr"])
        #expect(outcome.status == 0, "\(outcome.said)")
        for path in [
            "usr/bin/hoso", "etc/hoso/config/hoso.xml", "usr/share/man/man8/hoso.8.gz",
            "usr/share/bash-completion/completions/hoso", "usr/share/zsh/vendor-completions/_hoso",
            "usr/share/fish/vendor_completions.d/hoso.fish", "usr/lib/systemd/system/hoso.service",
            "usr/lib/sysusers.d/hoso.conf", "usr/lib/tmpfiles.d/hoso.conf", "usr/share/doc/hoso/operations.md",
            "usr/share/doc/hoso/examples/compliance.py",
        ] {
            #expect(FileManager.default.fileExists(atPath: "\(folder)/\(path)"), "\(path)")
        }
        let accounts = try FileManager.default.attributesOfItem(atPath: folder + "/etc/hoso/config/accounts.tsv")
        #expect(accounts[.posixPermissions] as? Int == 0o640)
        // The configuration that is installed is sound.
        let check = try Program.run(["--site", folder + "/etc/hoso", "config", "check"])
        #expect(check.status == 0, "\(check.text)")
    }

    @Test(
        "The package holds no file of the configuration, so that no upgrade changes the office's or adds samples to it",
        .enabled(if: Repository.tool("dpkg-deb") != nil && Repository.tool("strip") != nil))
    func noConffiles() throws {
        let folder = NSTemporaryDirectory() + "hoso-deb-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // What the program is does not matter here.
        let built = try run("sh", [file("debian/build.sh"), "/bin/true", folder])
        #expect(built.status == 0, "\(built.said)")
        let package = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let names = try run("dpkg-deb", ["--contents", "\(folder)/\(package)"]).text
        #expect(names.contains(" ./usr/share/hoso/config/procedures/1.004269.xml\n"))
        #expect(names.contains(" ./usr/lib/systemd/system/hoso-nightly@.timer\n"))
        #expect(!names.contains(" ./etc/"))
        #expect(try run("dpkg-deb", ["--info", "\(folder)/\(package)", "conffiles"]).status != 0)
    }

    /// The whole of it, in a clean Debian root that was made beforehand: `make deb-test`.
    @Test(
        "Installed in a clean Debian root, it takes a dossier through, and leaves the data when it is removed",
        .enabled(
            if: ProcessInfo.processInfo.environment["HOSO_DEB"] != nil && Repository.tool("debootstrap") != nil,
            "make deb-test names the package in HOSO_DEB and runs as root"))
    func package() throws {
        let package = try #require(ProcessInfo.processInfo.environment["HOSO_DEB"])
        let outcome = try ChildProcess.run(
            executable: "/bin/sh", arguments: [file("tests/deb.sh"), package],
            environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"], outputLimit: 10_000_000,
            timeout: .seconds(1800))
        #expect(outcome.status == 0, "\(outcome.text.suffix(2000))\n\(outcome.said.suffix(2000))")
    }
}
