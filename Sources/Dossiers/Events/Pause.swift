/// A time during which an agency's clock stood still, and for whom it waited.
package struct Pause: Sendable, Codable, Equatable {
    package enum Cause: String, Sendable, Codable, CaseIterable {
        /// Papers that the citizen must add or mend (national state 5).
        case supplement
        /// Money that the citizen must pay (national state 6).
        case payment
    }

    package let cause: Cause
    package let from: Moment
    /// Nil while it lasts.
    package var to: Moment?
    /// Whether it ended since what it waited for had come.
    package internal(set) var isAnswered = false

    package init(cause: Cause, from: Moment, to: Moment? = nil) {
        self.cause = cause
        self.from = from
        self.to = to
    }

    /// Whether the clocks stand at `moment`; at its first and at its last moment they run.
    package func holds(_ moment: Moment) -> Bool { from < moment && to.map { moment < $0 } ?? true }
}
