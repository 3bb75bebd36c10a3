/// When a complete dossier must be handed over and answered.
package struct Deadlines: Sendable, Codable, Equatable {
    /// When both clocks started: the dossier was complete and valid.
    package let from: Moment
    /// Half a working day later (Điều 14.4).
    package let handOver: Moment
    /// The published time later (Điều 8.1a), or the shorter one that the agency promises (8.1c); moved by every pause so far.
    package let result: Moment
    /// Whether what is due falls past the decided calendar («tạm tính»).
    package let provisional: Bool
    /// The published time later, where a shorter one is promised; nil else.
    package var published: Moment?
    /// The new appointment of an extension; nil without one.
    package var extendedTo: Moment?

    package init(from: Moment, handOver: Moment, result: Moment, provisional: Bool) {
        self.from = from
        self.handOver = handOver
        self.result = result
        self.provisional = provisional
    }

    /// The appointment that the citizen has: the extension's where there is one.
    package var due: Moment { extendedTo ?? result }
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
        guard let published = due, let handOver = calendar.handOverDeadline(after: from) else { return nil }
        let promised = procedure.promisedDays.flatMap { calendar.deadline(after: from, workingDays: $0) }
        let result = min(promised ?? published, published)
        self.init(from: from, handOver: handOver, result: result, provisional: calendar.isProvisional(result))
        if result < published { self.published = published }
    }

    /// The same with everything that was still to come when a pause began moved behind its end.
    ///
    /// Working time moves by the working time of the pause, days that the law counts whole by its days. What was over
    /// already stays. Nil where the calendar has no working time that far.
    package func moved(
        byPauseFrom start: Moment, to end: Moment, procedure: Procedure, calendar: WorkingCalendar
    ) -> Deadlines? {
        func moved(_ due: Moment, counts: Procedure.Time) -> Moment? {
            guard start < due, start < end else { return due }
            switch counts {
            case .workingDays:
                return calendar.deadline(
                    after: end, workingSeconds: calendar.workingSeconds(from: start, to: due))
            case .days:
                let paused = end.told(at: start.offset).day.number - start.day.number
                return calendar.close(onOrAfter: due.day.advanced(by: paused), offset: due.offset)
            }
        }
        guard let result = moved(result, counts: procedure.time),
            let handOver = moved(handOver, counts: .workingDays(0))
        else { return nil }
        var deadlines = Deadlines(
            from: from, handOver: handOver, result: result,
            provisional: calendar.isProvisional(max(result, extendedTo ?? result)))
        deadlines.published = published.flatMap { moved($0, counts: procedure.time) }
        deadlines.extendedTo = extendedTo.flatMap { moved($0, counts: procedure.time) }
        return deadlines
    }
}
