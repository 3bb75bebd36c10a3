/// When an apology is drafted, and what it proposes.
package enum ApologyRuling {
    /// The new date that is proposed lies so many working days after the appointment; the leader may choose another.
    static let proposedDays = 2
    /// The working day before an appointment lies at most so many days before it.
    private static let mostDaysBefore = 31

    /// From the working day before the appointment on, for what has no result yet; nil where none is to be drafted.
    ///
    /// A draft that nobody approved in time gives way to a new one: its date can no longer be granted.
    package static func draft(_ matter: Matter) -> Apology? {
        let dossier = matter.dossier
        guard let due = dossier.due, !dossier.isClosed, dossier.resolvedAt == nil, !dossier.isPaused,
            dossier.extension == nil,
            dossier.apology.map({ !ExtensionRuling.isGrantable($0.newDate, due: due, now: matter.now) }) ?? true,
            matter.now.day >= eve(of: due.day, matter.calendar),
            let date = matter.calendar.deadline(after: max(due, matter.now), workingDays: proposedDays)
        else { return nil }
        let waitsForOthers = dossier.holdings.contains { $0.agency != dossier.agency && $0.to == nil }
        var draft = Apology(
            reason: waitsForOthers
                ? "Hồ sơ cần ý kiến của cơ quan phối hợp, đến nay chưa có trả lời."
                : "Hồ sơ cần thêm thời gian để thẩm định, giải quyết.",
            newDate: date)
        draft.provisional = matter.calendar.isProvisional(date)
        return draft
    }

    /// The last working day before a day; the day itself where none lies in the month before it.
    package static func eve(of day: Day, _ calendar: WorkingCalendar) -> Day {
        (1...mostDaysBefore).lazy.map { day.advanced(by: -$0) }.first { calendar.isWorkingDay($0) } ?? day
    }

    /// The same by whichever of a site's calendars it comes first.
    package static func firstEve(of day: Day, _ calendars: CalendarVersions) -> Day {
        calendars.versions.lazy.flatMap { [$0.general] + $0.agencies.values }.map { eve(of: day, $0) }.min() ?? day
    }
}
