import Bytes
package import Documents

/// Reports on the signatures of a PDF.
package enum PDFSignatures {
    /// One report for each signature, in the order of the revisions that they cover; time-stamps are nobody's and get none.
    ///
    /// The file is read in pieces, however large it is. Validity and trust are still to be judged. Throws only what its source
    /// throws where it cannot be read.
    package static func reports(in file: PDFFile, _ facts: PDFFacts) throws -> [SignatureReport] {
        let checks = try facts.signatures.map { try PDFSignatureCheck($0, in: file.source, limits: file.limits) }
        let history = PDFHistory(file, checks)
        return try checks.filter { !$0.signature.isTimestamp }.map { try $0.report(after: history) }
    }
}
