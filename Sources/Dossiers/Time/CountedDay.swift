/// What one day gave to the counting of a deadline.
package struct CountedDay: Sendable, Equatable {
    /// A part of the day's working time, in seconds from midnight, that ran or stood still.
    package struct Stretch: Sendable, Equatable {
        package let from: Int
        package let to: Int
        /// Nil where it counted.
        package let pause: Pause.Cause?

        package var seconds: Int { to - from }
    }

    /// What became of a day where whole days are counted.
    package enum Verdict: Sendable, Equatable {
        case counted
        /// The day on which the time began (BLDS 2015, Điều 147).
        case first
        case off
        /// The clocks stood at its close.
        case paused(Pause.Cause)
        /// The count was full, but the day could not be its end (BLDS 2015, Điều 148).
        case passedOver
        /// The count was full before, and this day is its end.
        case end
    }

    package let day: Day
    package let nature: DayNature
    /// The working time of the day between the start and the due moment.
    package let stretches: [Stretch]
    /// Nil where working time is counted, not days.
    package let verdict: Verdict?

    /// The working seconds that counted; of days, whether it did.
    package var counted: Int {
        guard let verdict else { return stretches.reduce(0) { $0 + ($1.pause == nil ? $1.seconds : 0) } }
        return verdict == .counted ? 1 : 0
    }
}
