import Bytes
import Documents

/// Writes the forms of sample dossiers.
struct DemoForm: Sendable {
    struct Paper: Sendable {
        let component: String
        let file: String
        let bytes: [UInt8]
        /// Declared instead of the real digest, to show what a wrong one does.
        var digest: Digest?
        var certified = false
        var inline = false
        /// Whether the form says its size and digest.
        var isDeclared = true

        init(_ component: String, _ file: String, _ bytes: [UInt8]) {
            self.component = component
            self.file = file
            self.bytes = bytes
        }
    }

    let id: String
    let procedure: String
    let level: Int
    var account: String? = "0900000001"
    /// The components that are forms.
    let forms: [String]
    var papers: [Paper]
    var purpose = "Bổ túc hồ sơ cá nhân"
    var submittedAt = "2026-11-23T08:15:00+07:00"

    /// A submission as the portal would drop it.
    var submission: [UInt8] {
        var writer = XMLWriter()
        writer.element("submission", [("xmlns", "urn:hoso:package:1"), ("id", id)]) { writer in
            writer.element("procedure", [("code", procedure), ("level", String(level))])
            writer.element("submitter", account.map { [("account", $0)] } ?? []) { writer in
                writer.element("name", text: "Trần Thị Bình")
                writer.element("idNumber", text: "062090001234")
                writer.element("phone", text: "0900000001")
                writer.element("email", text: "mau1@example.vn")
                writer.element("address", text: "12 Trần Phú, thành phố Kon Tum")
            }
            writer.element("submittedAt", text: submittedAt)
            writer.element("resultDelivery", text: level == 4 ? "online" : "counter")
            for form in forms {
                writer.element("form", [("component", form)]) { writer in
                    writer.element("field", [("name", "hoTen")], text: "Trần Thị Bình")
                    writer.element("field", [("name", "mucDich")], text: purpose)
                }
            }
            Self.attachments(papers, to: &writer)
        }
        return writer.finish()
    }

    /// A message that comes later, with its fields in order.
    static func message(
        _ root: String, id: String, dossier: String, fields: [(String, String)], papers: [Paper] = []
    ) -> [UInt8] {
        var writer = XMLWriter()
        writer.element(
            root, [("xmlns", "urn:hoso:package:1"), ("id", id), ("at", "2026-11-23T09:00:00+07:00")]
        ) { writer in
            writer.element("dossier", text: dossier)
            for (name, value) in fields { writer.element(name, text: value) }
            if !papers.isEmpty { attachments(papers, to: &writer) }
        }
        return writer.finish()
    }

    private static func attachments(_ papers: [Paper], to writer: inout XMLWriter) {
        writer.element("attachments") { writer in
            for paper in papers {
                var attributes = [("component", paper.component), ("file", paper.file)]
                if paper.isDeclared {
                    attributes += [
                        ("size", String(paper.bytes.count)),
                        ("sha256", (paper.digest ?? SHA256.digest(of: paper.bytes)).description),
                    ]
                }
                if paper.certified {
                    attributes += [("certifiedBy", "UBND phường Quyết Thắng"), ("certifiedOn", "2024-11-25")]
                }
                writer.element("attachment", attributes) { writer in
                    if paper.inline { writer.element("content", text: Base64.encode(paper.bytes)) }
                }
            }
        }
    }
}
