/// One thing that is wrong with a dossier, as a value: what, of which component, in which file.
///
/// The sentences for the citizen and the operator are made from it by `Publications`, so that the ledger holds facts only.
package struct Finding: Sendable, Codable, Hashable {
    /// What is found of a signature that is there and does not cover the whole of its file, or not in a form that can be checked.
    package static let notWhole = "not-whole"

    package let code: FindingCode
    package var component: String?
    package var file: String?
    /// What was found, in a word or a number, such as the type of a file or the level that is offered.
    package var found: String?
    /// What was expected, in the same way.
    package var expected: String?

    package init(
        _ code: FindingCode, component: String? = nil, file: String? = nil, found: String? = nil,
        expected: String? = nil
    ) {
        self.code = code
        self.component = component
        self.file = file
        self.found = found
        self.expected = expected
    }

    package var severity: Severity { code.severity }

    /// Whether the post or a person of the office settles it, since what was sent cannot speak for itself.
    var waitsForOthers: Bool { severity == .postalCopy || severity == .hold }

    /// Whether it says what signatures are worth, which speak for nothing but what they came with.
    var isOfSignatures: Bool { waitsForOthers || code == .formSignatureBroken }
}
