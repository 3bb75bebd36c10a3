package import Documents

/// Reports on the signatures of a PDF: so far that they are there, and what they cover.
package enum PDFSignatures {
    /// One report for each signature dictionary, in the order of the revisions that they cover.
    package static func reports(in facts: PDFFacts) -> [SignatureReport] {
        facts.signatures.map { signature in
            let present: Fact = signature.problems.first.map { .failed($0.rawValue) } ?? .passed
            let whole = signature.coversWholeFile
            return SignatureReport(
                form: .pdf, present: present,
                coverage: present == .passed ? Coverage(whole: whole, part: !whole) : Coverage(),
                intact: .undetermined("not-checked"), valid: .undetermined("not-checked"),
                trusted: .undetermined("not-checked"))
        }
    }
}
