package import Bytes
import Documents
package import Dossiers
package import Signatures

/// An XML validation report in the vocabulary of ETSI TS 119 102-2, one element a signature.
///
/// Certificates and values are not repeated in it; what Thông tư 15/2025/TT-BKHCN names stands among the additional data.
package enum ValidationReport {
    private static let namespace = "http://uri.etsi.org/19102/v1.2.1#"
    private static let digests = "http://www.w3.org/2000/09/xmldsig#"
    private static let items = "urn:hoso:signature-sheet:1"

    /// - Parameter digest: of the file, where it is one that a signature covers as bytes.
    package static func xml(
        file: String, digest: Digest?, signatures: [SignatureReport], language: SignatureSheet.Language, now: Moment
    ) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("ValidationReport", [("xmlns", namespace), ("xmlns:ds", digests), ("xml:lang", language.rawValue)])
        {
            xml in
            for (index, report) in signatures.enumerated() {
                xml.element("SignatureValidationReport") { xml in
                    write(report, number: index + 1, file, digest, language, now, into: &xml)
                }
            }
        }
        return xml.finish()
    }

    private static func write(
        _ report: SignatureReport, number: Int, _ file: String, _ digest: Digest?, _ language: SignatureSheet.Language,
        _ now: Moment, into xml: inout XMLWriter
    ) {
        xml.element("SignatureIdentifier", [("id", "S-\(number)")]) { xml in
            xml.element("HashOnly", text: "false")
            xml.element("DocHashOnly", text: "false")
        }
        xml.element("ValidationTimeInfo") { xml in
            xml.element("ValidationTime", text: utc(now.seconds))
            xml.element("BestSignatureTime") { xml in
                xml.element("POETime", text: utc(now.seconds))
                xml.element("TypeOfProof", text: "urn:etsi:019102:poetype:validation")
            }
        }
        if let digest {
            xml.element("SignersDocument") { xml in
                xml.element("DigestAlgAndValue") { xml in
                    xml.element("ds:DigestMethod", [("Algorithm", "http://www.w3.org/2001/04/xmlenc#sha256")])
                    xml.element("ds:DigestValue", text: Base64.encode(digest.bytes))
                }
            }
        }
        if let signedAt = report.signedAt {
            xml.element("SignatureAttributes") { xml in
                xml.element("SigningTime", [("Signed", "true")]) { xml in
                    xml.element("Time", text: utc(signedAt))
                }
            }
        }
        if let signer = report.signer {
            xml.element("SignerInformation", [("Pseudonym", "false")]) { xml in
                xml.element("SignerCertificate", [("VOReferences", "C-\(signer.serial)")])
                xml.element("Signer", text: signer.commonName ?? signer.subject)
            }
        }
        xml.element("SignatureValidationProcess") { xml in
            xml.element("SignatureValidationProcessID", text: "urn:etsi:019102:validationprocess:Basic")
        }
        status(report, file, language, now, into: &xml)
    }

    private static func status(
        _ report: SignatureReport, _ file: String, _ language: SignatureSheet.Language, _ now: Moment,
        into xml: inout XMLWriter
    ) {
        let indication = Indication(report)
        xml.element("SignatureValidationStatus") { xml in
            let main = indication.main.rawValue.lowercased()
            xml.element("MainIndication", text: "urn:etsi:019102:mainindication:\(main)")
            if let sub = indication.sub { xml.element("SubIndication", text: "urn:etsi:019102:subindication:\(sub)") }
            xml.element("AssociatedValidationReportData") { xml in
                xml.element("AdditionalValidationReportData") { xml in
                    data("file", file, title: nil, into: &xml)
                    for item in SignatureSheet(report, language: language, offset: now.offset).items {
                        data(item.key, item.text, title: item.title, into: &xml)
                    }
                }
            }
        }
    }

    private static func data(_ key: String, _ text: String, title: String?, into xml: inout XMLWriter) {
        xml.element("ReportData") { xml in
            xml.element("Type", text: "\(items):\(key)")
            xml.element("Value", text: title.map { "\($0): \(text)" } ?? text)
        }
    }

    private static func utc(_ seconds: Int) -> String {
        String(Moment(seconds: seconds, offset: 0).description.prefix(19)) + "Z"
    }
}
