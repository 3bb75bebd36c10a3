/// The citizen takes the dossier back.
package struct Withdrawal: Sendable, Codable, Equatable {
    package let reason: PersonalText?

    package init(reason: PersonalText?) { self.reason = reason }
}
