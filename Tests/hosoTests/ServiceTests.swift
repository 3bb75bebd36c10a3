import Files
import Foundation
import Testing

@Suite("The service")
struct ServiceTests {
    /// Where a service manager would listen, read by the datagram.
    private final class Manager {
        let path = NSTemporaryDirectory() + "hoso-sd-" + UUID().uuidString.prefix(8)
        private let number: Int32

        init() throws {
            number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            let name = Array(path.utf8)
            unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: name) }
            let length = socklen_t(MemoryLayout<sockaddr_un>.size)
            let bound = unsafe withUnsafePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(number, $0, length) }
            }
            try #require(bound == 0)
            var time = timeval(tv_sec: 30, tv_usec: 0)
            unsafe setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        }

        deinit {
            close(number)
            unsafe unlink(path)
        }

        /// Datagrams until one holds `line`; nil where none came in 30 s.
        func wait(for line: String) -> String? {
            var buffer = [UInt8](repeating: 0, count: 4096)
            for _ in 1...200 {
                let count = unsafe recv(number, &buffer, buffer.count, 0)
                guard count > 0 else { return nil }
                let text = String(decoding: buffer[..<count], as: UTF8.self)
                if text.split(separator: "\n").contains(line[...]) { return text }
            }
            return nil
        }
    }

    private func site() throws -> String {
        let path = NSTemporaryDirectory() + "hoso-service-" + UUID().uuidString
        #expect(try Program.run(["init", path]).status == 0)
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
            .replacing(#/scanEvery="[^"]*"/#, with: "scanEvery=\"1s\"")
        try Data(text.utf8).write(to: settings)
        return path
    }

    private func daemon(
        _ path: String, _ environment: [String: String] = [:], options: [String] = []
    ) throws -> (Process, errors: String) {
        let daemon = Process()
        daemon.executableURL = URL(fileURLWithPath: try Program.path())
        daemon.arguments = ["--site", path] + options + ["run"]
        daemon.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let log = path + "/daemon.log"
        try Data().write(to: URL(fileURLWithPath: log))
        daemon.standardError = FileHandle(forWritingAtPath: log)
        try daemon.run()
        return (daemon, log)
    }

    /// What the log says once it holds `word`; all it says after 30 s otherwise.
    private func log(_ path: String, until word: String) throws -> String {
        for _ in 1...300 {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            if text.contains(word) { return text }
            Thread.sleep(forTimeInterval: 0.1)
        }
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test("systemd hears when it is ready, that it is alive, when it reads its configuration again, and when it ends")
    func notifies() throws {
        let path = try site()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let manager = try Manager()
        let (daemon, log) = try daemon(path, ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "2000000"])
        defer { daemon.terminate() }
        #expect(manager.wait(for: "READY=1") != nil)
        let sign = try #require(manager.wait(for: "STATUS=0 dossiers open, 0 incidents, 0 events"))
        #expect(sign.hasPrefix("WATCHDOG=1"))
        kill(daemon.processIdentifier, SIGHUP)
        #expect(manager.wait(for: "RELOADING=1") != nil)
        #expect(manager.wait(for: "READY=1") != nil)
        // A bad configuration keeps the old one, and says so.
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
        try Data(text.replacing("workers=\"2\"", with: "workers=\"two\"").utf8).write(to: settings)
        kill(daemon.processIdentifier, SIGHUP)
        #expect(manager.wait(for: "STATUS=the new configuration has mistakes; the old one is in force") != nil)
        #expect(try self.log(log, until: "configurationKept").contains("config/hoso.xml:"))
        daemon.terminate()
        #expect(manager.wait(for: "STOPPING=1") != nil)
        daemon.waitUntilExit()
        #expect(daemon.terminationStatus == 0)
    }

    @Test("SIGUSR1 writes the state of every queue; under JSON each line of the log is an object")
    func status() throws {
        let path = try site()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (daemon, log) = try daemon(path, options: ["--log-format", "json"])
        defer { daemon.terminate() }
        #expect(try self.log(log, until: "\"event\":\"serving\"").contains("serving"))
        kill(daemon.processIdentifier, SIGUSR1)
        let text = try self.log(log, until: "\"event\":\"status\"")
        for line in text.split(separator: "\n") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
            #expect(object?["time"] != nil && object?["level"] != nil && object?["event"] != nil, "\(line)")
        }
        #expect(text.contains("\"event\":\"status\""))
    }

    @Test("The night's work that a timer calls for is done by the daemon that holds the site, and silently")
    func nightly() throws {
        let path = try site()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("<x/>".utf8).write(to: URL(fileURLWithPath: path + "/Inbox/online/s-1.xml"))
        #expect(try Program.run(["--site", path, "--now", "2026-11-23T08:00:00+07:00", "once"]).status == 0)
        let (daemon, log) = try daemon(path, options: ["--now", "2026-11-24T00:30:00+07:00"])
        defer { daemon.terminate() }
        #expect(try self.log(log, until: "serving").contains("serving"))
        let night = try Program.run(["--site", path, "nightly"])
        #expect(night.status == 0 && night.text.isEmpty && night.said.isEmpty, "\(night.text)\(night.said)")
        #expect(FileManager.default.fileExists(atPath: path + "/Outbox/reports/2026-11-23/sla.csv"))
        let metrics = try String(contentsOfFile: path + "/State/metrics/hoso.prom", encoding: .utf8)
        #expect(metrics.contains("hoso_last_success_timestamp_seconds{run=\"nightly\"}"))
        daemon.terminate()
        daemon.waitUntilExit()
        #expect(daemon.terminationStatus == 0)
    }

    @Test("An order is carried out by the daemon that holds the site, at once, and by nobody else")
    func order() throws {
        let path = try site()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(SampleForm.submission("s-1").utf8).write(to: URL(fileURLWithPath: path + "/Inbox/online/s-1.xml"))
        #expect(try Program.run(["--site", path, "once"]).status == 0)
        let list = try Program.run(["--site", path, "list", "--format", "tsv"]).text.split(separator: "\n")
        let code = String(try #require(list.last?.split(separator: "\t").first))
        let (daemon, log) = try daemon(path)
        defer { daemon.terminate() }
        #expect(try self.log(log, until: "serving").contains("serving"))
        #expect(try Program.run(["--site", path, "once"]).status == 75)
        let hold = try Program.run(["--site", path, "hold", code, "--reason", "cần xác minh"])
        #expect(hold.status == 0, "\(hold.said)")
        #expect(hold.text == "\(code) is held now\n")
        let again = try Program.run(["--site", path, "hold", code, "--reason", "cần xác minh"])
        #expect(again.status == 1)
        #expect(try Program.run(["--site", path, "hold", code]).status == 64)
        #expect(try self.log(log, until: "orderRefused").contains(" notice order: hold \(code) by "))
        daemon.terminate()
        daemon.waitUntilExit()
        #expect(daemon.terminationStatus == 0)
    }

    @Test(
        "A failure is told once, in the words of the log that was asked for",
        arguments: [("plain", " hoso: error failed: "), ("journal", "<3>failed: "), ("json", "\"event\":\"failed\"")])
    func failure(format: String, marked: String) throws {
        let path = try site()
        defer { try? FileManager.default.removeItem(atPath: path) }
        // A ledger that is no ledger.
        try FileManager.default.createDirectory(atPath: path + "/State/ledger", withIntermediateDirectories: true)
        try Data("nonsense\nnonsense\n".utf8).write(to: URL(fileURLWithPath: path + "/State/ledger/2026-11.jsonl"))
        let outcome = try Program.run(["--site", path, "--log-format", format, "run"])
        #expect(outcome.status == 65)
        let lines = outcome.said.split(separator: "\n")
        #expect(lines.count { $0.contains("an entry") } == 1, "\(outcome.said)")
        #expect(lines.last?.contains(marked) == true, "\(outcome.said)")
        // Whoever sits at the keyboard hears it without a time, a journal with its priority.
        let once = try Program.run(["--site", path, "--log-format", format, "once"])
        #expect(
            once.said.contains(format == "plain" ? "hoso: the ledger is damaged: 2026-11.jsonl" : marked),
            "\(once.said)")
    }

    @Test("A guard that stopped intake ends the daemon with 1, which its unit does not start again")
    func guardStop() throws {
        let path = try site()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing("</hoso>", with: "<guard share=\"0.1\" number=\"1\"/></hoso>")
        try Data(text.utf8).write(to: settings)
        for number in 1...3 {
            try Data("<!DOCTYPE a><a/>".utf8)
                .write(to: URL(fileURLWithPath: path + "/Inbox/online/bad\(number).xml"))
        }
        let outcome = try Program.run(["--site", path, "run"])
        #expect(outcome.status == 1)
        #expect(outcome.said.contains(" error failed: intake stopped: "), "\(outcome.said)")
        for unit in ["hoso.service", "hoso@.service"] {
            let codes = try Repository.text("packaging/systemd/\(unit)").split(separator: "\n")
                .first { $0.hasPrefix("RestartPreventExitStatus=") }?.dropFirst("RestartPreventExitStatus=".count)
                .split(separator: " ")
            #expect(codes == ["1", "64", "65", "66", "75", "78"], "\(unit)")
        }
    }

    @Test("Under journald a line begins with its priority, elsewhere with the time")
    func journal() throws {
        let path = try site()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let log = path + "/log"
        for (stream, start) in [
            ("JOURNAL_STREAM=$(stat -L -c %d:%i /dev/stderr)", "<6>"), ("JOURNAL_STREAM=1:2", "20"),
        ] {
            let program = "exec '\(try Program.path())' --site '\(path)' run"
            try Data().write(to: URL(fileURLWithPath: log))
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = ["-c", "exec 2>'\(log)'; \(stream); export JOURNAL_STREAM; \(program)"]
            try shell.run()
            let text = try self.log(log, until: "serving")
            shell.terminate()
            shell.waitUntilExit()
            let line = try #require(text.split(separator: "\n").first { $0.contains("serving") })
            #expect(line.hasPrefix(start), "\(line)")
        }
    }
}
