/// The dates of an open dossier, counted anew since its calendar has changed; by whose word and why.
package struct Recount: Sendable, Codable, Equatable {
    package let deadlines: Deadlines
    /// The appointment that the citizen had.
    package let former: Moment
    package let by: String
    package let reason: String

    package init(deadlines: Deadlines, former: Moment, by: String, reason: String) {
        self.deadlines = deadlines
        self.former = former
        self.by = by
        self.reason = reason
    }

    /// Whether the citizen has to come on another day.
    package var movesDay: Bool { former.day != deadlines.due.day }
}
