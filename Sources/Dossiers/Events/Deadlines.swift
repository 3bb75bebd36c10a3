/// When a complete dossier must be handed over and answered.
package struct Deadlines: Sendable, Codable, Equatable {
    /// When both clocks started: the dossier was complete and valid.
    package let from: Moment
    /// Half a working day later (Điều 14.4).
    package let handOver: Moment
    /// The published time later (Điều 8.1a).
    package let result: Moment
    /// Whether the result falls past the decided calendar («tạm tính»).
    package let provisional: Bool

    package init(from: Moment, handOver: Moment, result: Moment, provisional: Bool) {
        self.from = from
        self.handOver = handOver
        self.result = result
        self.provisional = provisional
    }
}

extension Deadlines {
    /// Both clocks from the moment at which a dossier of `procedure` was complete; nil where the calendar has no working
    /// time that far, which a checked configuration rules out.
    package init?(procedure: Procedure, calendar: WorkingCalendar, from: Moment) {
        let due =
            switch procedure.time {
            case .workingDays(let days): calendar.deadline(after: from, workingDays: days)
            case .days(let days): calendar.deadline(after: from, calendarDays: days)
            }
        guard let result = due, let handOver = calendar.handOverDeadline(after: from) else { return nil }
        self.init(from: from, handOver: handOver, result: result, provisional: calendar.isProvisional(result))
    }
}
