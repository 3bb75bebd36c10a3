/// A time, or a day where no hour is said.
package enum MomentOrDay: Sendable, Equatable, Codable {
    case moment(Moment)
    case day(Day)

    /// The moment itself, or the next in working time; of a day the close of its work; nil where no working day follows within a
    /// hundred years.
    package func close(in calendar: WorkingCalendar, offset: Int) -> Moment? {
        switch self {
        case .moment(let moment): calendar.deadline(after: moment.told(at: offset), workingSeconds: 0)
        case .day(let day): calendar.close(onOrAfter: day, offset: offset)
        }
    }

    /// The moment itself, or the beginning of the day.
    package func start(offset: Int) -> Moment {
        switch self {
        case .moment(let moment): moment.told(at: offset)
        case .day(let day): Moment(day: day, minute: 0, offset: offset)
        }
    }
}
