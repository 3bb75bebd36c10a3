package import Signatures

/// Papers that a citizen added to a dossier, or put in the place of others (Điều 6.2, 14.2).
package struct SupplementReceipt: Sendable, Codable, Equatable {
    /// The id of the message that brought it.
    package let message: String
    /// The components that its forms fill in anew.
    package let forms: [String]
    package let papers: [ExaminedPaper]
    /// The components whose earlier papers it takes the place of.
    package let replaced: [String]
    /// Of its form.
    package let signatures: [SignatureReport]

    package init(
        message: String, forms: [String], papers: [ExaminedPaper], replaced: [String], signatures: [SignatureReport]
    ) {
        self.message = message
        self.forms = forms
        self.papers = papers
        self.replaced = replaced
        self.signatures = signatures
    }
}
