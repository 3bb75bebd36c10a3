package import Dossiers

/// What the register holds that belongs to no dossier.
extension Register {
    /// A submission that was refused before it got a code.
    package struct Refused: Sendable, Codable {
        package let refusal: Refusal
        package let at: Moment
    }

    /// What somebody said, and when it came.
    package struct Said: Sendable, Codable {
        package let feedback: Feedback
        package let at: Moment
    }

    /// An agency's report of a year, and when it came.
    package struct Reported: Sendable, Codable {
        package let report: YearlyReport
        package let at: Moment
    }

    /// How often something happened that belongs to no dossier, by day and inbox folder or reason.
    package struct Tally: Hashable, Sendable, Codable {
        package enum Kind: String, Sendable, Codable, CaseIterable { case repeated, rejected, quarantined, unmatched }

        package let kind: Kind
        package let day: Day
    }
}
