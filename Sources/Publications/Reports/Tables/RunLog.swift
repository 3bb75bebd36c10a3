import Dossiers

/// How the system ran in a period: the nights whose reports were made, and what kept it from its work (Điều 17.2).
struct RunLog {
    private let data: ReportData

    init(_ data: ReportData) { self.data = data }

    var summary: String {
        // Of the last day the night is not over yet.
        let days = data.frame.days.filter { first <= $0 && $0 < data.frame.asOf.day }
        let done = days.count { data.nightsInTime.contains($0) }
        let seconds = max(0, end.seconds - start.seconds)
        let quiet = seconds - troubledSeconds
        return
            "Việc hằng đêm đúng kỳ: \(done)/\(days.count) ngày (\(Rate(done, of: days.count).vietnamese)). Sự cố: \(troubles.count); "
            + "thời gian không có sự cố: \(Rate(max(0, min(quiet, seconds)), of: seconds).vietnamese)."
    }

    var table: ReportTable {
        ReportTable(
            id: "runs", caption: "Sự cố: bắt đầu, tiếp nhận xử lý, kết thúc. \(data.frame.period)",
            columns: [
                .init("incident", "Sự cố"), .init("from", "Bắt đầu"), .init("acknowledged", "Tiếp nhận xử lý"),
                .init("to", "Kết thúc"), .init("hours", "Kéo dài (giờ)"),
            ],
            rows: troubles.map { trouble in
                var to = ReportCell(trouble.to.map { .moment($0) } ?? .nothing)
                to.alarm = trouble.to == nil
                return ReportTable.Row([
                    .text(trouble.kind), ReportCell(.moment(trouble.from)),
                    ReportCell(trouble.acknowledgedAt.map { .moment($0) } ?? .nothing), to,
                    .count(((trouble.to ?? data.frame.asOf).seconds - trouble.from.seconds + 3599) / 3600),
                ])
            })
    }

    /// The period's first day on which there was a system to run.
    private var first: Day { max(data.frame.from, data.began ?? data.frame.asOf.day) }
    private var start: Moment { Moment(day: first, minute: 0, offset: data.frame.asOf.offset) }
    private var end: Moment { data.frame.asOf }

    /// Those that lasted in the period.
    private var troubles: [Trouble] {
        data.troubles.filter { $0.from <= end && ($0.to.map { $0 >= start } ?? true) }
    }

    /// In which at least one lasted.
    private var troubledSeconds: Int {
        var sum = 0
        var reached = start
        for trouble in troubles {
            let from = max(reached, trouble.from)
            let to = min(trouble.to ?? end, end)
            guard from < to else { continue }
            sum += to.seconds - from.seconds
            reached = to
        }
        return sum
    }
}
