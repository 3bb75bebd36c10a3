/// What a finding does to its dossier, gravest first: the gravest finding decides the state.
package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    /// No supplement can mend it.
    case refusal
    /// The citizen is asked to send papers again.
    case supplement
    /// A person decides.
    case hold
    /// Certified copies by post make up for it (Điều 7.2a).
    case postalCopy
    case payment
    /// Recorded; stops nothing.
    case remark

    /// Whether the citizen has to do something about it.
    package var waitsForCitizen: Bool {
        switch self {
        case .supplement, .postalCopy, .payment: true
        case .refusal, .hold, .remark: false
        }
    }

    package static func < (left: Severity, right: Severity) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
