/// At which hour of its last day a time in working days is over.
package enum DueRule: String, Sendable, CaseIterable {
    /// At the hour at which it began: 14:00 and three working days are 14:00.
    case hour
    /// At the close of the last day, the first not counted (BLDS 2015, Điều 147-148).
    case endOfDay
}
