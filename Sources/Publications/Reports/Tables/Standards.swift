import Bytes
import Dossiers

/// The standards that the system keeps to, for the department that appraises it (Điều 9.1).
package enum Standards {
    /// What it is about, the standard, and what of it is used.
    package struct Line: Sendable {
        package let subject: String
        package let standard: String
        package let use: String
    }

    package static var lines: [Line] {
        let limits = Limits()
        let files = MediaType.attachments.map(\.mime).joined(separator: " ")
        let digests = HashAlgorithm.allCases.filter { $0.weakness == nil }.map(\.rawValue).joined(separator: " ")
        let weak = HashAlgorithm.allCases.filter { $0.weakness != nil }.map(\.rawValue).joined(separator: " ")
        return [
            Line("text", "TCVN 6909:2001, Unicode, UTF-8 (RFC 3629)", "everything that is read and written"),
            Line("times", "ISO 8601, RFC 3339", "to the second, with the offset"),
            Line("forms", "XML 1.0, XML Schema 1.0", "urn:hoso:package:1 in; no DTD, no entity from outside"),
            Line("deliveries", "XML 1.0", "\(Manifest.namespace) \(RefundFile.namespace)"),
            Line("attachments", "ISO 32000, ITU-T T.81, ISO/IEC 15948, TIFF 6.0", files),
            Line("archives", "ZIP (APPNOTE 6.3), RFC 1951", "stored or deflated, at most \(limits.zipEntries) files"),
            Line(
                "packages", "-",
                "\(limits.packageBytes) bytes, a file \(limits.fileBytes) bytes, unless the site says else"),
            Line(
                "signatures of forms", "XMLDSig, C14N 1.0 and 1.1, Exclusive C14N, XAdES (EN 319 132)",
                "RSA, RSA-PSS, ECDSA"),
            Line(
                "signatures of PDF", "ISO 32000, PAdES (EN 319 142), CMS (RFC 5652)",
                "adbe.pkcs7.detached ETSI.CAdES.detached"),
            Line("digests", "FIPS 180-4", "\(digests); \(weak) are named and never trusted"),
            Line(
                "certificates", "X.509, CRL (RFC 5280)",
                "RSA from 2048 bits, ECDSA P-256 P-384 P-521; by the openssl command"),
            Line("signature reports", "ETSI TS 119 102-2, EN 319 102-1", "hoso check --format etsi"),
            Line("letters", "RFC 5322, RFC 2045 to 2047", "text and HTML"),
            Line("tables", "RFC 4180, RFC 8259, ECMA-376", "CSV with byte order mark, JSON, XML, XLSX"),
            Line("ledger", "JSON Lines, FIPS 180-4", "each line with the SHA-256 of the line before it"),
            Line("dossier codes", "QCVN 102:2016/BTTTT", "AGENCY-yyMMdd-NNNN; as ISO/IEC 18004 (QR) on the receipt"),
            Line("states", "TrangThaiHoSo 1-10", "the field names of the national portal"),
        ]
    }
}

extension Standards.Line {
    fileprivate init(_ subject: String, _ standard: String, _ use: String) {
        self.subject = subject
        self.standard = standard
        self.use = use
    }
}
