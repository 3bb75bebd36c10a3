/// The citizen takes the dossier back.
package struct Withdrawal: Sendable, Codable, Equatable {
    package let reason: String?

    package init(reason: String?) { self.reason = reason }
}
