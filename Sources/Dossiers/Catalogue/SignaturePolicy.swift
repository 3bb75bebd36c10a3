/// What a site requires of a signature at level 4 (Điều 7.2a), weakest first.
package enum SignaturePolicy: String, Sendable, Codable, CaseIterable, Comparable {
    case present, intact, valid, trusted

    package static func < (left: SignaturePolicy, right: SignaturePolicy) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
