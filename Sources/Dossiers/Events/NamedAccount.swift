/// An account that a letter of a dossier gave for its fee, which is good for whoever paid by that letter (Điều 7.2b).
package struct NamedAccount: Sendable, Codable, Equatable {
    /// That led the dossier then, and published it.
    package let agency: AgencyCode
    package let account: String

    /// Whether it is the same, however it is written: with and without blanks and points.
    static func isSame(_ one: String, as other: String) -> Bool { letters(one) == letters(other) }

    private static func letters(_ account: String) -> String {
        account.filter { $0.isLetter || $0.isNumber }.uppercased()
    }
}
