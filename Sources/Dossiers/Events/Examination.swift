package import Signatures

/// What lay in an arrival, paper by paper, and every fault at once (Điều 3.4, 14.1).
package struct Examination: Sendable, Codable, Equatable {
    package var papers: [ExaminedPaper]
    package var findings: [Finding]
    /// Of the form itself.
    package var signatures: [SignatureReport]

    package init(papers: [ExaminedPaper], findings: [Finding], signatures: [SignatureReport]) {
        self.papers = papers
        self.findings = findings
        self.signatures = signatures
    }
}
