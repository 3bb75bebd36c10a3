import Bytes
import Dossiers

/// What citizens, post, banks and agencies of the rehearsed year write, with their scans inside.
enum YearForm {
    /// A PDF of one empty page; `mark` makes it another file.
    static func scan(_ mark: String) -> [UInt8] {
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>", "(\(mark))",
        ]
        var text = "%PDF-1.4\n"
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            table += "\(padded(text.utf8.count, 10)) 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += table + "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    static func attachments(_ components: [String], mark: String, certifiedOn day: Day? = nil) -> String {
        let certified = day.map { " certifiedBy=\"UBND phường\" certifiedOn=\"\($0)\"" } ?? ""
        let lines = components.map { component in
            let bytes = scan("\(mark) \(component)")
            return
                "<attachment component=\"\(component)\" file=\"\(component.lowercased()).pdf\" size=\"\(bytes.count)\" "
                + "sha256=\"\(SHA256.digest(of: bytes))\"\(certified)><content>\(Base64.encode(bytes))</content></attachment>"
        }
        return "<attachments>\(lines.joined())</attachments>"
    }

    static func submission(_ id: String, _ service: YearService, delivery: String, purpose: String, at: Moment)
        -> String
    {
        """
        <submission xmlns="urn:hoso:package:1" id="\(id)"><procedure code="\(service.procedure)" level="\(service.level)"/>\
        <submitter account="\(account)"><name>Trần Thị Bình</name><idNumber>062090001234</idNumber>\
        <phone>0900000001</phone><email>mau1@example.vn</email><address>12 Trần Phú</address></submitter>\
        <submittedAt>\(at)</submittedAt><resultDelivery>\(delivery)</resultDelivery>\
        <form component="\(service.form)"><field name="mucDich">\(purpose)</field></form>\
        \(attachments(service.papers, mark: id))</submission>
        """
    }

    static func message(
        _ root: String, _ id: String, dossier: String, account: String? = nil, at: Moment, _ fields: String
    ) -> String {
        let by = account.map { " account=\"\($0)\"" } ?? ""
        return "<\(root) xmlns=\"urn:hoso:package:1\" id=\"\(id)\" at=\"\(at)\"\(by)><dossier>\(dossier)</dossier>"
            + "\(fields)</\(root)>"
    }

    static let account = "0900000001"
}
