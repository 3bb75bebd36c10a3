import Documents
import Dossiers
import Signatures

/// A signature in the manifest: its five facts, each apart, so that «not known» cannot be read as «passed».
enum SignatureXML {
    /// Times are shown as the clocks of Vietnam do.
    private static let offset = 7 * 3600

    /// Writes all signatures of one file, numbered from 1, as `vouched` refers to them.
    static func write(_ reports: [SignatureReport], into xml: inout XMLWriter) {
        for (index, report) in reports.enumerated() { write(report, number: index + 1, into: &xml) }
    }

    private static func write(_ report: SignatureReport, number: Int, into xml: inout XMLWriter) {
        var attributes = [("number", String(number)), ("form", report.form.rawValue), ("worth", report.worth.rawValue)]
        let optional = [
            ("kind", report.kind), ("method", report.method), ("signedAt", report.signedAt.map(moment)),
            ("weak", report.weaknesses?.joined(separator: " ")),
        ]
        for case (let name, let value?) in optional { attributes.append((name, value)) }
        xml.element("signature", attributes) { xml in
            write(report.present, as: "present", into: &xml)
            xml.element(
                "coverage", [("whole", String(report.coverage.whole)), ("part", String(report.coverage.part))]
            ) { xml in
                for file in report.coverage.files { xml.element("file", text: file) }
            }
            write(report.intact, as: "intact", into: &xml)
            write(report.valid, as: "valid", into: &xml)
            write(report.trusted, as: "trusted", into: &xml)
            if let revocation = report.revocation { write(revocation, as: "revocation", into: &xml) }
            if let signer = report.signer { write(signer, into: &xml) }
        }
    }

    private static func write(_ signer: Signer, into xml: inout XMLWriter) {
        xml.element(
            "signer",
            [
                ("serial", signer.serial), ("notBefore", moment(signer.notBefore)),
                ("notAfter", moment(signer.notAfter)), ("key", signer.key),
            ]
        ) { xml in
            xml.element("subject", text: signer.subject)
            xml.element("issuer", text: signer.issuer)
        }
    }

    private static func write(_ fact: Fact, as name: String, into xml: inout XMLWriter) {
        let reason = fact.reason.map { [("reason", $0)] } ?? []
        xml.element(name, [("outcome", fact.outcome.rawValue)] + reason)
    }

    private static func moment(_ seconds: Int) -> String { Moment(seconds: seconds, offset: offset).description }
}
