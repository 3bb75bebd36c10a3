/// Counting in working time, to the second.
///
/// A clock that would start outside working hours starts at the next working minute; a moment that falls on the end of a
/// working period is that end, not the beginning of the next. While a dossier is paused its time does not run: a deadline moves
/// by exactly the working time that was paused. The calendar's days are those of the moment's own offset.
extension WorkingCalendar {
    /// How far ahead a deadline is looked for; what lies beyond is not found.
    package static let horizonDays = 36_525

    /// The moment after `count` working minutes; nil where a hundred years do not hold as many, or a pause has no end.
    package func deadline(after start: Moment, workingMinutes count: Int, pauses: [Pause] = []) -> Moment? {
        let (seconds, overflow) = count.multipliedReportingOverflow(by: 60)
        return overflow ? nil : deadline(after: start, workingSeconds: seconds, pauses: pauses)
    }

    /// The moment after `count` working days: by the hour each the working minutes of an ordinary day, by the day the close of
    /// the last; nil where a hundred years do not hold as many, or a pause has no end.
    package func deadline(after start: Moment, workingDays count: Int, pauses: [Pause] = []) -> Moment? {
        if dueRule == .endOfDay { return countDays(count, ofAnyKind: false, after: start, pauses: pauses) }
        let (minutes, overflow) = count.multipliedReportingOverflow(by: ordinaryDayMinutes)
        return overflow ? nil : deadline(after: start, workingMinutes: minutes, pauses: pauses)
    }

    /// The close of the last of `count` days of any kind, or of the next working day where that one is off; nil where no
    /// working day follows within a hundred years, or a pause has no end.
    ///
    /// The first day is not counted (BLDS 2015, Điều 147-148), nor is one at whose close the dossier is paused.
    package func deadline(after start: Moment, calendarDays count: Int, pauses: [Pause] = []) -> Moment? {
        countDays(count, ofAnyKind: true, after: start, pauses: pauses)
    }

    /// The end of a published time (Điều 8.1a).
    package func deadline(after start: Moment, _ time: Procedure.Time, pauses: [Pause] = []) -> Moment? {
        switch time {
        case .workingDays(let count): deadline(after: start, workingDays: count, pauses: pauses)
        case .days(let count): deadline(after: start, calendarDays: count, pauses: pauses)
        }
    }

    /// The full working minutes between two moments in which the dossier was not paused; 0 where the second is not the
    /// later one.
    package func workingMinutes(from start: Moment, to end: Moment, without pauses: [Pause] = []) -> Int {
        workingSeconds(from: start, to: end, without: pauses) / 60
    }

    /// The working seconds between two moments in which the dossier was not paused; 0 where the second is not the later one.
    package func workingSeconds(from start: Moment, to end: Moment, without pauses: [Pause] = []) -> Int {
        guard start < end else { return 0 }
        let (firstDay, firstSecond) = start.local
        let (lastDay, lastSecond) = end.told(at: start.offset).local
        var seconds = 0
        for number in firstDay.number...lastDay.number {
            let day = Day(number: number)
            let from = number == firstDay.number ? firstSecond : 0
            let to = number == lastDay.number ? lastSecond : 86_400
            for stretch in stretches(on: day, from: from, to: to, offset: start.offset, pauses: pauses)
            where stretch.pause == nil { seconds += stretch.seconds }
        }
        return seconds
    }

    /// The moment after `count` working seconds, every day on the way shown to `visit`; nil where a hundred years do not hold
    /// as many, or a pause has no end.
    package func deadline(
        after start: Moment, workingSeconds count: Int, pauses: [Pause] = [], visit: (CountedDay) -> Void = { _ in }
    ) -> Moment? {
        precondition(count >= 0, "a deadline lies \(count) working seconds ahead")
        var missing = count
        let (firstDay, firstSecond) = start.local
        for step in 0...WorkingCalendar.horizonDays {
            let day = firstDay.advanced(by: step)
            guard !isEndlesslyPaused(day, pauses, offset: start.offset) else { return nil }
            var shown: [CountedDay.Stretch] = []
            for stretch in stretches(
                on: day, from: step == 0 ? firstSecond : 0, to: 86_400, offset: start.offset, pauses: pauses)
            {
                guard stretch.pause == nil else {
                    shown.append(stretch)
                    continue
                }
                guard missing > stretch.seconds else {
                    let end = stretch.from + missing
                    shown.append(CountedDay.Stretch(from: stretch.from, to: end, pause: nil))
                    visit(CountedDay(day: day, nature: nature(of: day), stretches: shown, verdict: nil))
                    return Moment(day: day, minute: 0, offset: start.offset).advanced(bySeconds: end)
                }
                missing -= stretch.seconds
                shown.append(stretch)
            }
            visit(CountedDay(day: day, nature: nature(of: day), stretches: shown, verdict: nil))
        }
        return nil
    }

    /// The close of the `count`-th day after the first, or of the next that can be an end, every day shown to `visit`.
    ///
    /// A day off closes at midnight.
    func countDays(
        _ count: Int, ofAnyKind: Bool, after start: Moment, pauses: [Pause], visit: (CountedDay) -> Void = { _ in }
    ) -> Moment? {
        precondition(count >= 0, "a deadline lies \(count) days ahead")
        guard count <= WorkingCalendar.horizonDays else { return nil }
        var missing = count
        for step in 0...WorkingCalendar.horizonDays * 2 {
            let day = start.day.advanced(by: step)
            guard !isEndlesslyPaused(day, pauses, offset: start.offset) else { return nil }
            let close = periods(on: day).last?.to
            let end = Moment(day: day, minute: close ?? 1440, offset: start.offset)
            let pause = pauses.first { $0.holds(end) }?.cause
            let wasFull = missing == 0
            let verdict: CountedDay.Verdict
            if let pause {
                verdict = .paused(pause)
            } else if step == 0, count > 0 {
                verdict = .first
            } else if wasFull {
                verdict = close == nil ? .passedOver : .end
            } else if close == nil, !ofAnyKind {
                verdict = .off
            } else {
                verdict = .counted
                missing -= 1
            }
            visit(CountedDay(day: day, nature: nature(of: day), stretches: [], verdict: verdict))
            if missing == 0, pause == nil, close != nil, step > 0 || count == 0 { return end }
        }
        return nil
    }

    /// The working time of `day` between two of its seconds, parted where pauses begin and end.
    private func stretches(
        on day: Day, from first: Int, to last: Int, offset: Int, pauses: [Pause]
    ) -> [CountedDay.Stretch] {
        let midnight = Moment(day: day, minute: 0, offset: offset).seconds
        let stops = stops(of: pauses, since: midnight)
        var stretches: [CountedDay.Stretch] = []
        for period in periods(on: day) {
            let end = min(period.to * 60, last)
            var at = max(period.from * 60, first)
            guard at <= end else { continue }
            if stops.isEmpty {
                stretches.append(.init(from: at, to: end, pause: nil))
                continue
            }
            for stop in stops where stop.from < end && stop.to > at {
                if stop.from > at { stretches.append(.init(from: at, to: stop.from, pause: nil)) }
                let resumed = min(stop.to, end)
                stretches.append(.init(from: max(stop.from, at), to: resumed, pause: stop.cause))
                at = resumed
            }
            let isPaused = stops.contains { $0.from < end && $0.to > end }
            if at < end || !isPaused { stretches.append(.init(from: at, to: end, pause: nil)) }
        }
        return stretches
    }

    /// The pauses of the day that begins at `midnight`, in its seconds and in order.
    private func stops(of pauses: [Pause], since midnight: Int) -> [(from: Int, to: Int, cause: Pause.Cause)] {
        var stops: [(from: Int, to: Int, cause: Pause.Cause)] = []
        for pause in pauses {
            let from = pause.from.seconds - midnight
            let to = pause.to.map { $0.seconds - midnight } ?? Int.max
            if from < 86_400, to > 0, from < to { stops.append((from, to, pause.cause)) }
        }
        return stops.sorted { $0.from < $1.from }
    }

    private func isEndlesslyPaused(_ day: Day, _ pauses: [Pause], offset: Int) -> Bool {
        let midnight = Moment(day: day, minute: 0, offset: offset)
        return pauses.contains { $0.to == nil && $0.from <= midnight }
    }
}
