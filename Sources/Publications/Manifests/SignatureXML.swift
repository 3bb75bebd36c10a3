import Documents
import Signatures

/// A signature in the manifest: its five facts, each apart, so that «not known» cannot be read as «passed».
enum SignatureXML {
    static func write(_ report: SignatureReport, into xml: inout XMLWriter) {
        xml.element("signature", [("form", report.form.rawValue)]) { xml in
            write(report.present, as: "present", into: &xml)
            xml.element(
                "coverage", [("whole", String(report.coverage.whole)), ("part", String(report.coverage.part))]
            ) { xml in
                for file in report.coverage.files { xml.element("file", text: file) }
            }
            write(report.intact, as: "intact", into: &xml)
            write(report.valid, as: "valid", into: &xml)
            write(report.trusted, as: "trusted", into: &xml)
        }
    }

    private static func write(_ fact: Fact, as name: String, into xml: inout XMLWriter) {
        let reason = fact.reason.map { [("reason", $0)] } ?? []
        xml.element(name, [("outcome", fact.outcome.rawValue)] + reason)
    }
}
