package import Dossiers

/// What the register holds that belongs to no dossier.
extension Register {
    /// How often something happened that belongs to no dossier, by day and inbox folder or reason.
    package struct Tally: Hashable, Sendable, Codable {
        package enum Kind: String, Sendable, Codable, CaseIterable { case repeated, rejected, quarantined, unmatched }

        package let kind: Kind
        package let day: Day
    }
}
