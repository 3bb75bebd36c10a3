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

    @Test("A scan that is written page by page, closed and opened again, is not taken before its end has come")
    func slowScanner() throws {
        let path = NSTemporaryDirectory() + "hoso-run-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"200ms\"")
            .replacing(#/scanEvery="[^"]*"/#, with: "scanEvery=\"1s\"")
        try Data(text.utf8).write(to: settings)

        let daemon = Process()
        daemon.executableURL = URL(fileURLWithPath: try Program.path())
        daemon.arguments = ["--site", path, "run"]
        daemon.standardError = FileHandle.nullDevice
        try daemon.run()
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
}
