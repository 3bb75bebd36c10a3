import Files
import Foundation
import Testing

@Suite("The daemon")
struct DaemonTests {
    private static let form = """
        <submission xmlns="urn:hoso:package:1" id="s-1"><procedure code="1.003659" level="2"/>\
        <submitter><name>An</name><idNumber>062090001234</idNumber><phone>0900123456</phone><email>an@example.vn</email>\
        <address>12 Trần Phú</address></submitter>\
        <submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery>\
        <form component="GDN"/><attachments><attachment component="DKKD" file="dkkd.pdf"/></attachments></submission>
        """

    /// A PDF whose end is a part of its own, as a scanner writes it page by page.
    private static let pages = [
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        "2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n",
        "xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000115 00000 n \n"
            + "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n182\n%%EOF\n",
    ]

    @Test("FS8 while there is no room for what lies in its inbox, the daemon sleeps")
    func FS8_sleepsWithoutRoom() throws {
        let site = try site { $0.replacing("<intake ", with: "<intake reserve=\"999999GB\" ") }
        defer { try? FileManager.default.removeItem(atPath: site) }
        try Data(Self.form.utf8).write(to: URL(fileURLWithPath: site + "/Inbox/online/s-1.xml"))
        let daemon = try serve(site)
        defer { daemon.terminate() }
        func letters() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: site + "/Outbox/incidents").count
        }
        for _ in 1...100 where try letters() == 0 { Thread.sleep(forTimeInterval: 0.2) }
        #expect(try letters() == 1)
        // What its start has left to do is done by then.
        Thread.sleep(forTimeInterval: 0.5)
        let before = try ticks(daemon)
        Thread.sleep(forTimeInterval: 2)
        // A hundredth of a second each; a daemon that tried again without end would take all that it is given.
        #expect(try ticks(daemon) - before < 10)
        #expect(FileManager.default.fileExists(atPath: site + "/Inbox/online/s-1.xml"))
        #expect(try letters() == 1)
    }

    /// One in which nothing waits to settle.
    private func quickSite(scanEvery: String) throws -> String {
        try site {
            $0.replacing(#/(settleAfter|waitForScans)="[^"]*"/#) { "\($0.1)=\"0s\"" }
                .replacing(#/scanEvery="[^"]*"/#, with: "scanEvery=\"\(scanEvery)\"")
        }
    }

    private func site(_ change: (String) -> String) throws -> String {
        let path = NSTemporaryDirectory() + "hoso-run-" + UUID().uuidString
        #expect(try Program.run(["init", path]).status == 0)
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        try Data(change(try String(contentsOf: settings, encoding: .utf8)).utf8).write(to: settings)
        return path
    }

    private func serve(_ site: String) throws -> Process {
        let daemon = Process()
        daemon.executableURL = URL(fileURLWithPath: try Program.path())
        daemon.arguments = ["--site", site, "run"]
        daemon.standardError = FileHandle.nullDevice
        try daemon.run()
        return daemon
    }

    /// The processor time that a process has taken, as Linux counts it.
    private func ticks(_ process: Process) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
        let fields = text[try #require(text.lastIndex(of: ")"))...].split(separator: " ")
        return try #require(Int(fields[12])) + (try #require(Int(fields[13])))
    }

    @Test("A scan that is written page by page, closed and opened again, is not taken before its end has come")
    func slowScanner() throws {
        let path = try site {
            $0.replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"200ms\"")
                .replacing(#/scanEvery="[^"]*"/#, with: "scanEvery=\"1s\"")
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        let daemon = try serve(path)
        defer { daemon.terminate() }

        let package = path + "/Inbox/online/p"
        try FileManager.default.createDirectory(atPath: package, withIntermediateDirectories: true)
        try Data(Self.form.utf8).write(to: URL(fileURLWithPath: package + "/hoso.xml"))
        var written = Data()
        for page in Self.pages {
            Thread.sleep(forTimeInterval: 0.9)
            #expect(FileManager.default.fileExists(atPath: package + "/hoso.xml"))
            written += Data(page.utf8)
            try written.write(to: URL(fileURLWithPath: package + "/dkkd.pdf"))
        }
        func listed() throws -> [Substring] {
            try Program.run(["--site", path, "list", "--format", "tsv"]).text.split(separator: "\n")
        }
        for _ in 1...100 where try listed().count < 2 { Thread.sleep(forTimeInterval: 0.2) }
        let fields = try #require(try listed().last).split(separator: "\t")
        // What is missing is missing; but the scan that came slowly came whole.
        #expect(fields[4] == "awaitingSupplement")
        #expect(fields[6] == "missing-component")
        daemon.terminate()
        daemon.waitUntilExit()
        #expect(daemon.terminationStatus == 0)
    }

    @Test("A configuration that is gone when it is to be read again leaves the old one in force")
    func configurationIsGone() throws {
        let path = try site {
            $0.replacing(#/(settleAfter|waitForScans)="[^"]*"/#) { "\($0.1)=\"0s\"" }
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        let daemon = try serve(path)
        defer { daemon.terminate() }
        func notices() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: path + "/Outbox/notices").count
        }
        try Data(Self.form.utf8).write(to: URL(fileURLWithPath: path + "/Inbox/online/s-1.xml"))
        for _ in 1...100 where try notices() == 0 { Thread.sleep(forTimeInterval: 0.2) }

        try FileManager.default.moveItem(atPath: path + "/config", toPath: path + "/config.away")
        kill(daemon.processIdentifier, SIGHUP)
        let second = Self.form.replacing("s-1", with: "s-2")
        try Data(second.utf8).write(to: URL(fileURLWithPath: path + "/Inbox/online/s-2.xml"))
        for _ in 1...100 where try notices() < 2 { Thread.sleep(forTimeInterval: 0.2) }
        #expect(try notices() == 2)
        #expect(daemon.isRunning)
    }

    @Test(
        "A configuration that reads well but cannot be served leaves the old one in force, and says so",
        arguments: [("outbox=\"Outbox\"", "outbox=\"plain/Outbox\""), ("state=\"State\"", "state=\"Other\"")])
    func configurationCannotBeServed(old: String, new: String) throws {
        let path = try site {
            $0.replacing(#/(settleAfter|waitForScans)="[^"]*"/#) { "\($0.1)=\"0s\"" }
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        let daemon = try serve(path)
        defer { daemon.terminate() }
        func notices() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: path + "/Outbox/notices").count { !$0.hasPrefix(".") }
        }
        try Data(Self.form.utf8).write(to: URL(fileURLWithPath: path + "/Inbox/online/s-1.xml"))
        for _ in 1...100 where try notices() == 0 { Thread.sleep(forTimeInterval: 0.2) }

        try Data().write(to: URL(fileURLWithPath: path + "/plain"))
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
        #expect(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: settings)
        kill(daemon.processIdentifier, SIGHUP)
        let second = Self.form.replacing("s-1", with: "s-2")
        try Data(second.utf8).write(to: URL(fileURLWithPath: path + "/Inbox/online/s-2.xml"))
        for _ in 1...100 where try notices() < 2 { Thread.sleep(forTimeInterval: 0.2) }
        #expect(try notices() == 2)
        #expect(daemon.isRunning)
    }

    /// Drops a package, and waits until its citizen has a letter.
    private func dropAndAwaitLetter(_ path: String) throws {
        try Data(Self.form.utf8).write(to: URL(fileURLWithPath: path + "/Inbox/online/s-1.xml"))
        for _ in 1...100
        where try FileManager.default.contentsOfDirectory(atPath: path + "/Outbox/notices").isEmpty {
            Thread.sleep(forTimeInterval: 0.2)
        }
    }

    @Test("An order that comes while the daemon is about to sleep is answered at once")
    func answersOrders() throws {
        let path = try quickSite(scanEvery: "60s")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let daemon = try serve(path)
        defer { daemon.terminate() }
        try dropAndAwaitLetter(path)
        for _ in 1...3 {
            Thread.sleep(forTimeInterval: 1)
            let run = try Program.run([
                "--site", path, "hold", "000.00.12.H34-261123-0001", "--reason", "vắng người",
            ])
            #expect(!run.said.contains("has not answered"), "\(run.said)")
        }
    }

    @Test("A mistake in the configuration keeps nobody from looking, and no order from the daemon that serves")
    func answersBesideMistakes() throws {
        let path = try quickSite(scanEvery: "60s")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let daemon = try serve(path)
        defer { daemon.terminate() }
        try dropAndAwaitLetter(path)
        try Data("<procedure".utf8).write(to: URL(fileURLWithPath: path + "/config/procedures/2.000488.xml"))
        let code = try #require(
            Program.run(["--site", path, "list"]).text.split { " \n".contains($0) }.first { $0.contains("H34") })
        for command in [
            ["list"], ["show", "\(code)"], ["explain", "\(code)"], ["status"], ["report"], ["incident", "list"],
            ["quarantine", "list"], ["unmatched", "list"], ["ledger", "verify"], ["form", "\(code)", "control"],
            ["mail"],
            ["hold", "\(code)", "--reason", "vắng người"], ["nightly"],
        ] {
            let run = try Program.run(["--site", path] + command)
            #expect(run.status == 0, "\(command) \(run.said)")
            #expect(run.said.contains("config/procedures/2.000488.xml:1: "), "\(command)")
        }
        #expect(try Program.run(["--site", path, "list", "--format", "tsv"]).text.contains("\theld\t"))
        #expect(try Program.run(["--site", path, "config", "check"]).status == 78)
        #expect(try Program.run(["--site", path, "doctor"]).status == 1)
        for command in [["once"], ["run"], ["calendar", "preview"]] {
            let run = try Program.run(["--site", path] + command)
            #expect(run.status == 78, "\(command)")
            #expect(run.said.split(separator: "\n").count == 1, "\(run.said)")
        }

        daemon.terminate()
        daemon.waitUntilExit()
        let late = try Program.run(["--site", path, "release", "\(code)", "--reason", "đã về"])
        #expect(late.status == 78)
        #expect(late.said.split(separator: "\n").count == 1)
    }

    @Test("FS11 an inbox in the place of the one that was opened is served; one that is gone is told")
    func FS11_replacedInbox() throws {
        let path = try quickSite(scanEvery: "200ms")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let daemon = try serve(path)
        defer { daemon.terminate() }
        func count(_ folder: String) throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: path + "/Outbox/" + folder).count
        }
        try Data(Self.form.utf8).write(to: URL(fileURLWithPath: path + "/Inbox/online/s-1.xml"))
        for _ in 1...100 where try count("notices") == 0 { Thread.sleep(forTimeInterval: 0.2) }

        try FileManager.default.moveItem(atPath: path + "/Inbox", toPath: path + "/away")
        for _ in 1...100 where try count("incidents") == 0 { Thread.sleep(forTimeInterval: 0.2) }
        #expect(try count("incidents") == 1)

        try FileManager.default.createDirectory(
            atPath: path + "/Inbox/online", withIntermediateDirectories: true)
        let second = Self.form.replacing("s-1", with: "s-2")
        try Data(second.utf8).write(to: URL(fileURLWithPath: path + "/Inbox/online/s-2.xml"))
        for _ in 1...100 where try count("notices") < 2 { Thread.sleep(forTimeInterval: 0.2) }
        #expect(try count("notices") == 2)
    }

    @Test("FS11 an inbox in another's place is served by the configuration in force, whatever is written in config")
    func FS11_replacedInboxWhileEdited() throws {
        let path = try quickSite(scanEvery: "200ms")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let daemon = try serve(path)
        defer { daemon.terminate() }
        func notices() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: path + "/Outbox/notices").count { !$0.hasPrefix(".") }
        }
        try Data(Self.form.utf8).write(to: URL(fileURLWithPath: path + "/Inbox/online/s-1.xml"))
        for _ in 1...100 where try notices() == 0 { Thread.sleep(forTimeInterval: 0.2) }

        try Data("<hoso".utf8).write(to: URL(fileURLWithPath: path + "/config/hoso.xml"))
        try FileManager.default.createDirectory(atPath: path + "/New/online", withIntermediateDirectories: true)
        let second = Self.form.replacing("s-1", with: "s-2")
        try Data(second.utf8).write(to: URL(fileURLWithPath: path + "/New/online/s-2.xml"))
        try FileManager.default.moveItem(atPath: path + "/Inbox", toPath: path + "/away")
        try FileManager.default.moveItem(atPath: path + "/New", toPath: path + "/Inbox")
        for _ in 1...100 where try notices() < 2 && daemon.isRunning { Thread.sleep(forTimeInterval: 0.2) }
        #expect(try notices() == 2)
        #expect(daemon.isRunning)
    }
}
