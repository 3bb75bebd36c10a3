import Bytes
import Files
import Foundation
import Glibc
import Testing

/// Everything hostile at once, with good packages among it, through the built program and its own reading processes.
@Suite("A hostile batch")
struct HostileSetTests {
    private final class Site {
        let path = NSTemporaryDirectory() + "hoso-hostile-" + UUID().uuidString

        init() throws {
            #expect(try Program.run(["init", path]).status == 0)
            let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
            let text = try String(contentsOf: settings, encoding: .utf8)
                .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
                .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"")
            try Data(text.utf8).write(to: settings)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func drop(_ name: String, _ bytes: [UInt8]) throws {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/Inbox/online/\(name)"))
        }

        /// Twenty that are complete and valid.
        func dropGood() throws {
            for number in 1...20 {
                let attachments = ["CCCD", "GCN"].map { component in
                    let paper = HostileSetTests.pdf("\(component) \(number)")
                    return """
                        <attachment component="\(component)" file="\(component).pdf" size="\(paper.count)" \
                        sha256="\(SHA256.digest(of: paper))"><content>\(Base64.encode(paper))</content></attachment>
                        """
                }
                try drop(
                    "good-\(number).xml",
                    Array(
                        """
                        <submission xmlns="urn:hoso:package:1" id="good-\(number)"><procedure code="1.004269" level="3"/>\
                        <submitter account="0900000001"><name>Nguyễn Văn An</name><idNumber>062090001234</idNumber>\
                        <phone>0900123456</phone><email>an@example.vn</email><address>12 Trần Phú</address></submitter>\
                        <submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery>\
                        <form component="PYC"><field name="mucDich">Vay vốn</field></form><attachments>\
                        \(attachments.joined())\
                        </attachments></submission>
                        """.utf8))
            }
        }

        /// One pass, in bounded memory; what became of each arrival, by its name.
        func once() throws -> [String: String] {
            let outcome = try WatchedRun(["--site", path, "once", "--verbose"])
            #expect(outcome.status == 0, "\(outcome.said)")
            #expect(outcome.largestSize > 0 && outcome.largestSize < 256_000_000, "\(outcome.largestSize) bytes")
            var states: [String: String] = [:]
            for line in outcome.text.split(separator: "\n") where line.hasPrefix("online/") {
                let parts = line.dropFirst("online/".count).components(separatedBy: ": ")
                guard parts.count > 1 else { continue }
                states[parts.dropLast().joined(separator: ": ")] = parts.last?.components(separatedBy: " ").first
            }
            return states
        }

        func expectGood(_ states: [String: String]) {
            for number in 1...20 { #expect(states["good-\(number).xml"] == "accepted", "good-\(number)") }
        }
    }

    /// One that names a paper by a digest that nothing has, and no size.
    private static func form(_ id: String, file: String) -> [UInt8] {
        Array(
            """
            <submission xmlns="urn:hoso:package:1" id="\(id)"><procedure code="1.004269" level="3"/>\
            <submitter account="0900000001"><name>Nguyễn Văn An</name><idNumber>062090001234</idNumber>\
            <phone>0900123456</phone><email>an@example.vn</email><address>12 Trần Phú</address></submitter>\
            <submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery>\
            <form component="PYC"/><attachments><attachment component="CCCD" file="\(file)" \
            sha256="\(String(repeating: "0", count: 64))"/></attachments></submission>
            """.utf8)
    }

    private static func pdf(_ mark: String) -> [UInt8] {
        var body = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (number, object) in [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", "(\(mark))",
        ].enumerated() {
            offsets.append(body.utf8.count)
            body += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = body.utf8.count
        body += "xref\n0 5\n0000000000 65535 f \n"
        for offset in offsets {
            body += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
        }
        return Array((body + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }

    private struct Row {
        let path: String
        let intake: String
        let isSoft: Bool
    }

    static let corpus = URL(filePath: #filePath).appending(path: "../../../../shared/corpus").standardized

    private static func rows() throws -> [Row] {
        try String(contentsOf: corpus.appending(path: "MANIFEST.tsv"), encoding: .utf8).split(separator: "\n")
            .dropFirst()
            .compactMap { line in
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard fields.count > 5, fields[0].hasPrefix("hostile/") || fields[0].hasPrefix("archive/"),
                    fields[3] != "n/a"
                else { return nil }
                return Row(path: fields[0], intake: fields[3], isSoft: fields[5].contains("soft"))
            }
    }

    @Test(
        "Every file of the corpus gets its verdict in one batch, and twenty good packages among them are accepted",
        .enabled(if: FileManager.default.fileExists(atPath: corpus.path)), .timeLimit(.minutes(10)))
    func XP_ZP_corpus() throws {
        let site = try Site()
        try site.dropGood()
        let rows = try Self.rows()
        for row in rows {
            let name = row.path.replacing("/", with: "-")
            try site.drop(name, [UInt8](Data(contentsOf: Self.corpus.appending(path: row.path))))
        }
        let states = try site.once()
        site.expectGood(states)
        let turnedAway: Set = ["quarantined", "unmatched", "refused", "rejected"]
        for row in rows where !row.isSoft {
            let state = states[row.path.replacing("/", with: "-")]
            if row.intake.hasPrefix("reject") {
                #expect(state.map(turnedAway.contains) == true, "\(row.path): \(state ?? "nothing")")
            } else {
                // All of them are one submission, of which all but the first come again.
                #expect(
                    state != nil && state != "quarantined" && state != "unmatched", "\(row.path): \(state ?? "nothing")"
                )
            }
        }
        #expect(rows.count > 100)
    }

    @Test("Names, kinds and contents that no honest sender has harm nothing but themselves", .timeLimit(.minutes(10)))
    func FS1_FS3_FS6_FS7_FS8_tricks() throws {
        let site = try Site()
        try site.dropGood()
        let inbox = site.path + "/Inbox/online/"
        let form = Array("<submission xmlns=\"urn:hoso:package:1\" id=\"x\"/>".utf8)
        for name in [
            "-rf.xml", "a\nb.xml", "\u{1B}[2J.xml", "\u{202E}lmx.pdf.xml", String(repeating: "a", count: 251) + ".xml",
            "reason.txt", "a:b.xml", "$(id).xml", "`id`.xml", "%n%n.xml", "\\.xml", "*.xml", "CON.xml", "hồ sơ.XML",
            "to\u{031B}\u{0300}.xml", ".", "lock", "good-1.xml ", "a.xml.zip", "a.pdf.zip", "~.zip",
        ] where name != "." {
            try site.drop(name, form)
        }
        let raw = (Array(inbox.utf8) + [0xFF, 0xFE] + Array(".xml".utf8) + [0]).map { CChar(bitPattern: $0) }
        close(unsafe open(raw, O_CREAT | O_WRONLY, 0o644))
        for (name, target) in [("l1.xml", "/etc/passwd"), ("l2.zip", "l2.zip"), ("l3", "/"), ("l4.xml", "good-1.xml")] {
            try FileManager.default.createSymbolicLink(atPath: inbox + name, withDestinationPath: target)
        }
        _ = unsafe mkfifo(inbox + "pipe.xml", 0o666)
        // Of another folder of the same file system: /tmp may be one of its own.
        let elsewhere = site.path + "/elsewhere.xml"
        try Data(form).write(to: URL(fileURLWithPath: elsewhere))
        try FileManager.default.linkItem(atPath: elsewhere, toPath: inbox + "hard.xml")
        for folder in ["d.xml/e.xml/f.xml", "reason.txt.d", "empty.zip.d", "many"] {
            try FileManager.default.createDirectory(atPath: inbox + folder, withIntermediateDirectories: true)
        }
        // A terabyte that takes no room: in a folder, beside a form that knows it by its digest, and alone.
        let sparse = { (name: String) throws in
            try site.drop(name, [])
            try FileHandle(forWritingTo: URL(fileURLWithPath: inbox + name)).truncate(atOffset: 1 << 40)
        }
        try FileManager.default.createDirectory(atPath: inbox + "sparse", withIntermediateDirectories: true)
        try site.drop("sparse/hoso.xml", Self.form("sparse", file: "cccd.pdf"))
        try sparse("sparse/cccd.pdf")
        try site.drop("wants.xml", Self.form("wants", file: "elsewhere.pdf"))
        try sparse("huge.pdf")
        try sparse("huge.xml")
        for number in 0..<300 { try site.drop("many/\(number).xml", form) }
        try site.drop("reason.txt.d/reason.txt", form)
        try FileManager.default.createSymbolicLink(
            atPath: inbox + "reason.txt.d/a.xml", withDestinationPath: "/etc/passwd")
        let states = try site.once()
        site.expectGood(states)
        #expect(states.filter { $0.value == "accepted" }.count == 20)
        #expect(states["sparse"] == "quarantined")
        #expect(states["huge.pdf"] == "quarantined")
        #expect(states["huge.xml"] == "quarantined")
        #expect(states["wants.xml"] == "awaitingSupplement")
        let left = try FileManager.default.contentsOfDirectory(atPath: inbox).filter { !$0.hasPrefix(".") }
        #expect(Set(left).isSubset(of: ["l1.xml", "l2.zip", "l3", "l4.xml", "pipe.xml", "hard.xml"]), "\(left)")
        #expect(left.contains("hard.xml"))
        // Nor does whoever has a look at them read a terabyte.
        for name in ["huge.pdf", "huge.xml"] {
            let check = try Program.run(["check", "\(site.path)/State/quarantine/\(name)/\(name)"])
            #expect(check.text.contains("limits"), "\(check.text)")
        }
        // A second pass finds nothing to do, and the site is sound.
        #expect(try site.once().isEmpty)
        #expect(try Program.run(["--site", site.path, "ledger", "verify"]).status == 0)
    }

    @Test("A form that carries large papers costs no more memory than its own text", .timeLimit(.minutes(10)))
    func FS8_largeForm() throws {
        let site = try Site()
        let papers = ["CCCD", "GCN"].map { component in
            let paper = Self.pdf(component + String(repeating: "A", count: 12_000_000))
            return """
                <attachment component="\(component)" file="\(component).pdf" sha256="\(SHA256.digest(of: paper))">\
                <content>\(Base64.encode(paper))</content></attachment>
                """
        }
        let form = String(decoding: Self.form("large", file: ""), as: UTF8.self)
            .replacing(#/<attachments>.*<\/attachments>/#, with: "<attachments>\(papers.joined())</attachments>")
        try site.drop("large.xml", Array(form.utf8))
        let outcome = try WatchedRun(["--site", site.path, "once", "--verbose"])
        #expect(outcome.text.contains("large.xml: accepted"), "\(outcome.text)")
        #expect(outcome.largestSize > 0 && outcome.largestSize < 3 * form.utf8.count, "\(outcome.largestSize) bytes")
    }

    @Test(
        "Large input that says it is larger is turned away, and the good among it is accepted", .timeLimit(.minutes(10))
    )
    func XP9_ZP3_PD11_PD16_bombs() throws {
        let site = try Site()
        try site.dropGood()
        let head = "<submission xmlns=\"urn:hoso:package:1\" id=\"x\""
        let many = { (text: String, count: Int) in Array(String(repeating: text, count: count).utf8) }
        try site.drop("attribute.xml", Array((head + " a=\"").utf8) + many("A", 30_000_000) + Array("\"/>".utf8))
        try site.drop("text.xml", Array((head + "><form>").utf8) + many("A", 30_000_000))
        try site.drop("comment.xml", Array((head + "><!--").utf8) + many("-", 30_000_000))
        try site.drop("deep.xml", Array((head + ">").utf8) + many("<a>", 3_000_000))
        try site.drop("flood.xml", Array((head + ">").utf8) + many("<a b='1' c='2' d='3'/>", 1_000_000))
        try site.drop("zeros.zip", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 30_000_000))
        try site.drop("ends.zip", many("PK\u{5}\u{6}", 5_000_000))
        try site.drop("open.pdf", Array("%PDF-1.4\n1 0 obj\n".utf8) + many("<<[", 10_000_000))
        try site.drop("pipe.jpg", [0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 30_000_000))
        let states = try site.once()
        site.expectGood(states)
        #expect(states.count == 29)
        #expect(states.filter { $0.value == "accepted" }.count == 20)
    }
}
