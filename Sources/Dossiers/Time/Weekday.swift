/// A day of the week, Monday first.
package enum Weekday: Int, Sendable, CaseIterable, Codable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}
