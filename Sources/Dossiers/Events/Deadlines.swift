/// When a complete dossier must be handed over and answered.
package struct Deadlines: Sendable, Codable, Equatable {
    /// When both clocks started: the dossier was complete and valid.
    package let from: Moment
    /// When the agency that leads got it, where another had it before: its time for the hand-over runs from then; nil else.
    package private(set) var handOverFrom: Moment?
    /// In whose hours its time for the hand-over runs, where another agency leads than the one that received it; nil else, and in
    /// ledgers of before: then in those of the agency that received it, as everything else.
    package private(set) var handOverBy: AgencyCode?
    /// Half a working day later (Điều 14.4).
    package private(set) var handOver: Moment
    /// The national rule beside it (NĐ 61/2018, Điều 18): the same day, after 15:00 the next opening; nil before that held.
    package private(set) var sameDayHandOver: Moment?
    /// The published time later (Điều 8.1a), or the shorter one that the agency promises (8.1c); moved by every pause so far.
    package let result: Moment
    /// Whether `result` falls past the decided calendar («tạm tính»).
    package let provisional: Bool
    /// The day from which the calendar version holds that counted; nil for the first.
    package let calendar: Day?
    /// The published time later, where a shorter one is promised; nil else.
    package var published: Moment?
    /// The new appointment of an extension; nil without one.
    package var extendedTo: Moment?
    /// When it was given; nil once a pause after it has moved it.
    package var extendedAt: Moment?
    /// Whether it falls past the decided calendar; nil where the ledger does not say.
    package var extendedProvisional: Bool?

    package init(
        from: Moment, handOver: Moment, sameDayHandOver: Moment? = nil, result: Moment, provisional: Bool,
        calendar: Day? = nil
    ) {
        self.from = from
        self.handOver = handOver
        self.sameDayHandOver = sameDayHandOver
        self.result = result
        self.provisional = provisional
        self.calendar = calendar
    }

    /// The appointment that the citizen has: the extension's where there is one.
    package var due: Moment { extendedTo ?? result }

    /// Whether the appointment falls past the decided calendar («tạm tính»).
    package var isDueProvisional: Bool { (extendedTo == nil ? nil : extendedProvisional) ?? provisional }
}

extension Deadlines {
    /// From this day on NĐ 61/2018/NĐ-CP holds.
    package static let sameDayRuleSince = Day(number: 17_703)

    /// Both clocks from the moment at which a dossier of `procedure` was complete; nil where the calendar has no working
    /// time that far, which a checked configuration rules out, or where a pause has no end.
    ///
    /// - Parameters:
    ///   - pauses: the times since `from` in which the clocks stood.
    ///   - handOverFrom: when the agency that leads got it, where another had it before.
    ///   - handOverBy: the agency that leads, where it is another than the one that received it.
    ///   - handOverCalendar: in the hours of that agency; nil where they are those of `calendar`.
    package init?(
        procedure: Procedure, calendar: WorkingCalendar, from: Moment, pauses: [Pause] = [],
        handOverFrom: Moment? = nil, handOverBy: AgencyCode? = nil, handOverCalendar: WorkingCalendar? = nil
    ) {
        let hours = handOverCalendar ?? calendar
        guard let published = calendar.deadline(after: from, procedure.time, pauses: pauses),
            let handOver = hours.handOverDeadline(after: handOverFrom ?? from, pauses: pauses)
        else { return nil }
        let promised = procedure.promisedDays.flatMap {
            calendar.deadline(after: from, workingDays: $0, pauses: pauses)
        }
        let result = min(promised ?? published, published)
        self.init(
            from: from, handOver: handOver,
            sameDayHandOver: Self.sameDay(
                after: handOverFrom ?? from, pauses: handOverFrom == nil ? [] : pauses, hours),
            result: result, provisional: calendar.isProvisional(result), calendar: calendar.validFrom)
        if result < published { self.published = published }
        self.handOverFrom = handOverFrom
        self.handOverBy = handOverBy
    }

    private static func sameDay(after start: Moment, pauses: [Pause] = [], _ calendar: WorkingCalendar) -> Moment? {
        start.day < sameDayRuleSince ? nil : calendar.sameDayHandOver(after: start, pauses: pauses)
    }

    /// The same where another agency gets the dossier now: it has half a day of its own, in its own hours, and the appointment
    /// stays.
    func handedOn(to agency: AgencyCode, at now: Moment, calendar: WorkingCalendar) -> Deadlines? {
        guard let handOver = calendar.handOverDeadline(after: now) else { return nil }
        var deadlines = self
        deadlines.handOverFrom = now
        deadlines.handOverBy = agency
        deadlines.handOver = handOver
        deadlines.sameDayHandOver = Self.sameDay(after: now, calendar)
        return deadlines
    }

    /// The same with the times of a hand-over that is done, which was in time or late by the dates of its day.
    func keeping(handOverOf kept: Deadlines) -> Deadlines {
        var deadlines = self
        deadlines.handOver = kept.handOver
        deadlines.sameDayHandOver = kept.sameDayHandOver
        return deadlines
    }

    /// The same at the end of a pause: counted anew around all pauses so far, and an extension's date moved by the working time
    /// that the last one has stood since it was given; nil where the calendar has no working time that far.
    ///
    /// An extension gives more time, so its date is never before what the pauses alone make of the published time.
    ///
    /// - Parameter pauses: all of them, each with its end.
    package func resumed(
        after pauses: [Pause], procedure: Procedure, calendar: WorkingCalendar, handOverCalendar: WorkingCalendar? = nil
    ) -> Deadlines? {
        guard
            var deadlines = Deadlines(
                procedure: procedure, calendar: calendar, from: from, pauses: pauses, handOverFrom: handOverFrom,
                handOverBy: handOverBy, handOverCalendar: handOverCalendar)
        else { return nil }
        guard let extendedTo, let last = pauses.last, let end = last.to else { return deadlines }
        let stood = max(last.from, extendedAt ?? last.from)
        guard
            let moved = stood < extendedTo
                ? calendar.deadline(
                    after: end, workingSeconds: calendar.workingSeconds(from: stood, to: extendedTo)) : extendedTo
        else { return nil }
        let date = max(moved, deadlines.result)
        deadlines.extendedTo = date
        deadlines.extendedProvisional = calendar.isProvisional(date)
        return deadlines
    }
}
