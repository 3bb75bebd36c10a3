import Bytes
import Documents

/// Forms and scans that the tests drop, written by hand as a portal writes them.
enum Forms {
    /// A PDF of one empty page; `mark` makes it another file.
    static func pdf(_ mark: String) -> [UInt8] {
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
            let digits = String(offset)
            body += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        body += "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(body.utf8)
    }

    static func attachment(
        _ component: String, _ file: String, _ bytes: [UInt8], inline: Bool = false, more: String = ""
    ) -> String {
        let content = inline ? "<content>\(Base64.encode(bytes))</content>" : ""
        return """
            <attachment component="\(component)" file="\(file)" size="\(bytes.count)" \
            sha256="\(SHA256.digest(of: bytes))"\(more)>\(content)</attachment>
            """
    }

    /// Level 3 of «Cung cấp dữ liệu đất đai» unless said.
    static func submission(
        _ id: String, procedure: String = "1.004269", level: Int = 3, form: String = "PYC",
        account: String = "0900000001",
        purpose: String = "Vay vốn", delivery: String = "counter", attachments: [String], signature: String = ""
    ) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <submission xmlns="urn:hoso:package:1" id="\(id)">
              <procedure code="\(procedure)" level="\(level)"/>
              <submitter account="\(account)"><name>Trần Thị Bình</name><idNumber>062090001234</idNumber>\
            <phone>0900123456</phone><email>an@example.vn</email><address>12 Trần Phú</address></submitter>
              <submittedAt>2026-11-23T08:15:00+07:00</submittedAt>
              <resultDelivery>\(delivery)</resultDelivery>
              <form component="\(form)"><field name="mucDich">\(purpose)</field></form>
              <attachments>\(attachments.joined())</attachments>\(signature)
            </submission>
            """.utf8)
    }

    static func message(
        _ root: String, _ id: String, dossier: String, account: String? = nil, _ fields: String
    ) -> [UInt8] {
        let by = account.map { " account=\"\($0)\"" } ?? ""
        return Array(
            """
            <\(root) xmlns="urn:hoso:package:1" id="\(id)" at="2026-11-23T09:00:00+07:00"\(by)>\
            <dossier>\(dossier)</dossier>\(fields)</\(root)>
            """.utf8)
    }

    static func zip(_ files: [(String, [UInt8])]) throws -> [UInt8] {
        var sink = MemorySink()
        var writer = ZIPWriter(time: ZIPWriter.Time(year: 2026, month: 11, day: 23, second: 0))
        for (name, bytes) in files { try writer.addDeflated(name, bytes, to: &sink) }
        try writer.finish(to: &sink)
        return sink.bytes
    }
}
