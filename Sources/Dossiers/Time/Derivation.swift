/// How a due moment comes about, day by day: what counted, what did not, and why.
package struct Derivation: Sendable, Equatable {
    /// Which duty the moment ends, and so which article it stands on.
    package enum Duty: String, Sendable, CaseIterable {
        /// To the specialised division within half a working day (Điều 14.4).
        case handOver
        /// To the specialised division on the same day, after 15:00 at the next opening (NĐ 61/2018, Điều 18).
        case sameDayHandOver
        /// The published time (Điều 8.1a).
        case result
        /// The shorter time that the agency promises (Điều 8.1c).
        case promised
    }

    /// What is counted.
    package enum Measure: Sendable, Equatable {
        case workingSeconds(Int)
        /// Whole working days, over at the close of the last.
        case workingDays(Int)
        case calendarDays(Int)
        /// The close of the day, or the next opening.
        case sameDay
    }

    package let duty: Duty
    package let from: Moment
    package let measure: Measure
    /// The published time that `measure` was made of, where it was.
    package let time: Procedure.Time?
    /// Working minutes of an ordinary day, by which days become hours.
    package let ordinaryDayMinutes: Int
    package let days: [CountedDay]
    package let pauses: [Pause]
    /// Nil where it cannot be said yet, since a pause has no end, or the calendar no such day.
    package let due: Moment?
    package let provisional: Bool
    /// The calendar version that counted; nil for the first.
    package let calendar: Day?
}

extension Derivation {
    /// Half a working day.
    package static func handOver(
        from: Moment, pauses: [Pause] = [], by calendar: WorkingCalendar
    ) -> Derivation {
        var days: [CountedDay] = []
        let seconds = calendar.ordinaryDayMinutes * 30
        let due = calendar.deadline(after: from, workingSeconds: seconds, pauses: pauses) { days.append($0) }
        return Derivation(.handOver, from, .workingSeconds(seconds), nil, due == nil ? [] : days, pauses, due, calendar)
    }

    /// The 15:00 rule.
    package static func sameDayHandOver(from: Moment, by calendar: WorkingCalendar) -> Derivation {
        let due = calendar.sameDayHandOver(after: from)
        let last = due?.day ?? from.day
        let days = (from.day.number...max(last.number, from.day.number)).map { number in
            let day = Day(number: number)
            return CountedDay(day: day, nature: calendar.nature(of: day), stretches: [], verdict: nil)
        }
        return Derivation(.sameDayHandOver, from, .sameDay, nil, days, [], due, calendar)
    }

    /// A procedure's published time, or the shorter one that the agency promises.
    package static func result(
        from: Moment, time: Procedure.Time, pauses: [Pause], by calendar: WorkingCalendar, duty: Duty = .result
    ) -> Derivation {
        var days: [CountedDay] = []
        let measure: Measure
        let due: Moment?
        switch time {
        case .workingDays(let count) where calendar.dueRule == .hour:
            let seconds = count * calendar.ordinaryDayMinutes * 60
            measure = .workingSeconds(seconds)
            due = calendar.deadline(after: from, workingSeconds: seconds, pauses: pauses) { days.append($0) }
        case .workingDays(let count):
            measure = .workingDays(count)
            due = calendar.countDays(count, ofAnyKind: false, after: from, pauses: pauses) { days.append($0) }
        case .days(let count):
            measure = .calendarDays(count)
            due = calendar.countDays(count, ofAnyKind: true, after: from, pauses: pauses) { days.append($0) }
        }
        return Derivation(duty, from, measure, time, due == nil ? [] : days, pauses, due, calendar)
    }

    /// Every due moment of a complete dossier of `procedure`, each with what the ledger keeps for it.
    ///
    /// - Parameters:
    ///   - handedOverAt: when the hand-over was done, which no pause after it moves; nil where it was not.
    ///   - hours: the calendar of the hand-over, where it is another.
    package static func all(
        of deadlines: Deadlines, procedure: Procedure, pauses: [Pause], handedOverAt: Moment? = nil,
        by calendar: WorkingCalendar, handOverBy hours: WorkingCalendar? = nil
    ) -> [(derivation: Derivation, kept: Moment)] {
        let start = deadlines.handOverFrom ?? deadlines.from
        let before = pauses.filter { pause in handedOverAt.map { pause.from < $0 } ?? true }
        let hours = hours ?? calendar
        var all = [(handOver(from: start, pauses: before, by: hours), deadlines.handOver)]
        if let kept = deadlines.sameDayHandOver { all.append((sameDayHandOver(from: start, by: hours), kept)) }
        let published = result(from: deadlines.from, time: procedure.time, pauses: pauses, by: calendar)
        all.append((published, deadlines.published ?? deadlines.result))
        if deadlines.published != nil, let promised = procedure.promisedDays {
            let derivation = result(
                from: deadlines.from, time: .workingDays(promised), pauses: pauses, by: calendar, duty: .promised)
            all.append((derivation, deadlines.result))
        }
        return all
    }

    private init(
        _ duty: Duty, _ from: Moment, _ measure: Measure, _ time: Procedure.Time?, _ days: [CountedDay],
        _ pauses: [Pause], _ due: Moment?, _ calendar: WorkingCalendar
    ) {
        self.duty = duty
        self.from = from
        self.measure = measure
        self.time = time
        ordinaryDayMinutes = calendar.ordinaryDayMinutes
        self.days = days
        self.pauses = pauses
        self.due = due
        provisional = due.map { calendar.isProvisional($0) } ?? false
        self.calendar = calendar.validFrom
    }
}
