/// The one ladder of what a signature is worth, lowest first.
package enum SignatureWorth: String, Sendable, Codable, CaseIterable, Comparable {
    case absent
    /// It is there, but not of what it claims.
    case presentBroken = "present-broken"
    case intact, valid, trusted

    /// Of a file: that of the lowest of its signatures; an empty one tells nothing beside those that somebody made.
    package init(of reports: [SignatureReport]) {
        let made = reports.filter(\.isMade)
        self = (made.isEmpty ? reports : made).map(\.worth).min() ?? .absent
    }

    package static func < (left: SignatureWorth, right: SignatureWorth) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
