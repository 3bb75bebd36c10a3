/// By when the specialised division must have a dossier (Điều 14.4), by the decree's rule and the national one.
extension WorkingCalendar {
    /// Half an ordinary day's working time later: by then the specialised division must have the dossier (Điều 14.4).
    package func handOverDeadline(after start: Moment, pauses: [Pause] = []) -> Moment? {
        deadline(after: start, workingSeconds: ordinaryDayMinutes * 30, pauses: pauses)
    }

    /// The same day's close, or the opening of the next working day where the dossier came after 15:00 or after the close: the
    /// national rule beside the decree's half day (NĐ 61/2018/NĐ-CP, Điều 18).
    ///
    /// On a day off a dossier counts as come at the opening of the next working day.
    package func sameDayHandOver(after start: Moment) -> Moment? {
        let (first, second) = start.local
        for step in 0...WorkingCalendar.horizonDays {
            let day = first.advanced(by: step)
            guard let close = periods(on: day).last?.to else { continue }
            if step == 0, second > min(15 * 60, close) * 60 {
                return (1...WorkingCalendar.horizonDays).lazy.compactMap { step -> Moment? in
                    let next = first.advanced(by: step)
                    return self.periods(on: next).first.map {
                        Moment(day: next, minute: $0.from, offset: start.offset)
                    }
                }.first
            }
            return Moment(day: day, minute: close, offset: start.offset)
        }
        return nil
    }

    /// The earlier of the two hand-over moments of a dossier that an agency got at `start`: who keeps it keeps both rules.
    ///
    /// What stands still on its first day comes anew at the end of the pause; nil while a pause has no end.
    package func strictHandOver(after start: Moment, pauses: [Pause]) -> Moment? {
        guard let halfDay = handOverDeadline(after: start, pauses: pauses) else { return nil }
        guard start.day >= Deadlines.sameDayRuleSince else { return halfDay }
        return sameDayHandOver(after: start, pauses: pauses).map { min($0, halfDay) }
    }

    /// The same with pauses, at whose end it comes anew; nil while one has no end.
    func sameDayHandOver(after start: Moment, pauses: [Pause]) -> Moment? {
        guard let due = sameDayHandOver(after: start) else { return nil }
        let pause = pauses.first { pause in pause.from < due && pause.to.map { start < $0 } ?? true }
        guard let pause else { return due }
        return pause.to.flatMap { sameDayHandOver(after: $0, pauses: pauses) }
    }
}
