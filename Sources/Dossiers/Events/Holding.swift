/// The time for which an agency has had a dossier (Điều 8.1b): from its hand-over to the agency's own result.
package struct Holding: Sendable, Codable, Equatable {
    package let agency: AgencyCode
    /// When the dossier was put into its folder.
    package let from: Moment
    /// When it first said anything of it: then at the latest the specialised division had it (Điều 14.4).
    package var acknowledgedAt: Moment?
    /// By when it had to have it, of an agency that led, as it was when the holding ended; nil of any other.
    package internal(set) var handOverDue: Moment?
    /// When its result came, or the dossier left it in another way; nil while it has it.
    package var to: Moment?
    /// Whether it ended with the agency's own result.
    package var isAnswered = false
    /// Whether it goes on from another, of an agency that led and has its part still to give: nothing was handed over with it.
    package internal(set) var isContinued = false

    package init(agency: AgencyCode, from: Moment) {
        self.agency = agency
        self.from = from
    }
}
