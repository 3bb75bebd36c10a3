package import Dossiers

/// The dossiers of which a day, or the days since the last one that was told, have used up 50, 75 or 90 per cent of the time:
/// each is told once for each step (Điều 9.6).
///
/// The share is of working time without pauses, so it never falls back; only an extension begins a new count. What was reached
/// before a pause, on the day on which that began, is told on the first day on which the clock runs again.
package struct Reminders: Sendable {
    package struct Item: Sendable {
        package let dossier: CountedRow
        package let due: Moment
        /// The highest step that was reached, in per cent.
        package let step: Int
        /// The last day on which an apology still comes before the appointment as it must (Điều 15.1); nil where there was one, since
        /// a date is put off once.
        package let apologyUntil: Day?
    }

    /// In per cent.
    package static let steps = [50, 75, 90]

    package let data: ReportData
    /// In the order of their agencies and due times.
    package let items: [Item]

    /// - Parameter since: the first day that was not told yet; nil for the last day alone.
    package init(_ data: ReportData, since: Day? = nil) {
        self.data = data
        let end = data.frame.asOf
        let before = Moment(day: since ?? data.frame.to, minute: 0, offset: end.offset).advanced(bySeconds: -1)
        items = data.dossiers.compactMap { dossier -> Item? in
            guard dossier.isOpen, !dossier.isPaused, let due = dossier.appointment, end < due else { return nil }
            let calendar = data.clock(of: dossier).calendar
            let now = Self.share(of: dossier, at: end, calendar: calendar)
            let earlier = Self.share(of: dossier, at: Self.told(of: dossier, before), calendar: calendar)
            guard let step = Self.steps.last(where: { earlier < $0 && $0 <= now }) else { return nil }
            return Item(
                dossier: dossier, due: due, step: step,
                apologyUntil: dossier.newDate == nil ? ApologyRuling.eve(of: due.day, calendar) : nil)
        }.sorted { ($0.dossier.agency, $0.due, $0.dossier.code) < ($1.dossier.agency, $1.due, $1.dossier.code) }
    }

    /// The end of the last day until `before` at which its clock ran, so that it could be told.
    private static func told(of dossier: CountedRow, _ before: Moment) -> Moment {
        var last = before
        for pause in dossier.spells.reversed() where pause.cause != .coAgency {
            guard pause.from <= last, pause.to.map({ last < $0 }) ?? true else { continue }
            last = Moment(day: pause.from.day, minute: 0, offset: before.offset).advanced(bySeconds: -1)
        }
        return last
    }

    /// The part of its time, in whole per cent, that a dossier had used up at a moment.
    package static func share(of dossier: CountedRow, at moment: Moment, calendar: WorkingCalendar) -> Int {
        guard let start = dossier.completedAt, let due = dossier.appointment else { return 0 }
        let pauses = dossier.spells.filter { $0.cause != .coAgency }.map {
            Pause(cause: .supplement, from: $0.from, to: $0.to)
        }
        let whole = calendar.workingSeconds(from: start, to: due, without: pauses)
        guard whole > 0 else { return 0 }
        return calendar.workingSeconds(from: start, to: min(moment, due), without: pauses) * 100 / whole
    }

    package var table: ReportTable {
        ReportTable(
            id: "reminders", caption: "Hồ sơ đã dùng 50, 75, 90% thời hạn trong ngày",
            columns: [
                .init("agency", "Cơ quan"), .init("code", "Mã hồ sơ"), .init("procedure", "Thủ tục"),
                .init("due", "Hẹn trả"), .init("step", "Đã dùng (%)"),
            ], headings: 2,
            rows: items.map {
                ReportTable.Row([
                    ReportCell(.named($0.dossier.agency.description, data.agencyName($0.dossier.agency))),
                    .text($0.dossier.code.description),
                    ReportCell(.named($0.dossier.procedure, data.procedureName($0.dossier))),
                    ReportCell(.moment($0.due)),
                    .count($0.step),
                ])
            })
    }
}
