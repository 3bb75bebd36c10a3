import Dossiers
import Testing

/// Calendars that several suites count by.
enum Calendars {
    static let morning = (from: 7 * 60, to: 11 * 60)
    static let afternoon = (from: 13 * 60, to: 17 * 60)

    /// Kon Tum in 2026: Monday to Friday, 07:00-11:00 and 13:00-17:00, with 24/11 off and Saturday 22/8 worked.
    static func kontum(
        without missing: String? = nil, with special: [WorkingCalendar.SpecialDay] = [], validFrom: String? = nil,
        dueRule: DueRule = .hour
    ) throws -> WorkingCalendar {
        let periods = try [morning, afternoon].map { try #require(WorkingCalendar.Period(from: $0.from, to: $0.to)) }
        let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        let holidays = try [
            ("2026-01-01", "2026-01-02"), ("2026-02-16", "2026-02-20"), ("2026-04-27", "2026-04-27"),
            ("2026-04-30", "2026-05-01"), ("2026-09-01", "2026-09-02"), ("2026-11-24", "2026-11-24"),
            ("2027-01-01", "2027-01-01"),
        ].filter { $0.0 != missing }.map {
            WorkingCalendar.Holiday(from: try day($0.0), to: try day($0.1), name: "Nghỉ")
        }
        let workdays = [
            WorkingCalendar.Workday(date: try day("2026-01-10"), instead: try day("2026-01-02"), name: "Làm bù"),
            WorkingCalendar.Workday(date: try day("2026-08-22"), instead: try day("2026-08-31"), name: "Làm bù"),
        ]
        return WorkingCalendar(
            hours: Dictionary(uniqueKeysWithValues: weekdays.map { ($0, periods) }), holidays: holidays,
            workdays: workdays, specialDays: special, decidedUntil: try day("2026-12-31"),
            validFrom: try validFrom.map { try day($0) }, dueRule: dueRule)
    }

    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// `2026-11-23 14:00` at +07:00.
    static func moment(_ text: String) throws -> Moment {
        try #require(Moment(text + (text.utf8.count == 16 ? ":00" : "") + "+07:00"))
    }
}
