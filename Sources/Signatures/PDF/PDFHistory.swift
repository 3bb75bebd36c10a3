import Bytes
import Documents

/// The revisions of a PDF that signatures and time-stamps cover, and what came after each.
struct PDFHistory {
    private let file: PDFFile
    private let checks: [PDFSignatureCheck]
    /// The last revision that is covered ends where the file does, by a signature that fits it.
    private let isCoveredToItsEnd: Bool
    /// The time-stamps that cover it, one of which must have been made by its key; nil where a signature does, which is judged.
    let closing: [SignatureClaim]?

    init(_ file: PDFFile, _ checks: [PDFSignatureCheck]) {
        self.file = file
        self.checks = checks
        let last = checks.filter { $0.signature.coversWholeFile && $0.mayBeIntact }
        isCoveredToItsEnd = !last.isEmpty
        closing = last.allSatisfy(\.signature.isTimestamp) ? last.compactMap(\.claim) : nil
    }

    /// The gravest change since the revision that a signature covers; nil where that is the whole file.
    func changes(after signature: PDFSignature) throws -> PDFChanges.Kind? {
        guard !signature.coversWholeFile else { return nil }
        do {
            let revision = try SliceSource(file.source, range: 0..<signature.revisionEnd)
            return try PDFChanges.kind(from: PDFFile(revision, limits: file.limits), to: file)
        } catch is ParseError {
            // A revision that is no PDF by itself leaves nothing to compare with.
            return .other
        }
    }

    /// Why a signature does not hold any more after those changes, as a stable word; nil where it does.
    ///
    /// It holds for its own revision where the last signature covers the whole file, and all that came between is what
    /// certifications let come (ISO 32000-2, 12.8.2.2; without one: signatures and forms).
    func objection(to changes: PDFChanges.Kind?, after signature: PDFSignature) -> String? {
        guard let changes else { return nil }
        let certified = checks.filter { $0.signature.revisionEnd <= signature.revisionEnd }
        let level = certified.compactMap(\.signature.certification).min()
        let allowed: PDFChanges.Kind =
            switch level {
            case nil, 2: .formFill
            case 3: .annotations
            default: .validationData
            }
        guard changes <= allowed else { return level == nil ? "changed-after-signing" : "changed-after-certification" }
        return isCoveredToItsEnd ? nil : "bytes-after-last-signature"
    }
}
