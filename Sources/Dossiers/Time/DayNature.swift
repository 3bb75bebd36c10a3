/// Why a day is worked, or off.
package enum DayNature: Sendable, Equatable {
    case ordinary
    /// Other hours than its weekday has, such as a half day.
    case otherHours(name: String)
    /// Worked although it would be off (làm bù), in place of `instead` where one is named.
    case worked(name: String, instead: Day?)
    /// A weekday without hours.
    case weekend
    case holiday(name: String)
    /// Off because `date` is worked for it (hoán đổi).
    case swapped(for: Day, name: String)
}
