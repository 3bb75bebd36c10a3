package import Dossiers

/// The two reports of a year that the decree sets a day for (Điều 17): strictly before it, so by the last working day.
package struct YearlyReports: Sendable, Equatable {
    package let year: Int
    /// Each agency's, before 30 November; nil where the calendar has no working day in that year.
    package let agenciesUntil: Day?
    /// The department's, before 31 December.
    package let departmentUntil: Day?

    package init(year: Int, calendar: WorkingCalendar) {
        self.year = year
        agenciesUntil = Self.lastWorkingDay(beforeMonth: 11, day: 30, year, calendar)
        departmentUntil = Self.lastWorkingDay(beforeMonth: 12, day: 31, year, calendar)
    }

    private static func lastWorkingDay(
        beforeMonth month: Int, day: Int, _ year: Int, _ calendar: WorkingCalendar
    ) -> Day? {
        guard let end = Day(year: year, month: month, day: day) else { return nil }
        return (1...366).lazy.map { end.advanced(by: -$0) }.first(where: calendar.isWorkingDay)
    }
}
