import Dossiers

/// The dates of one dossier, worked out a second time from the events that move them.
struct YearDates {
    var time: Procedure.Time?
    private var from: Moment?
    /// The agency that leads, since when another than the first does, and when it first said anything.
    private var lead: AgencyCode?
    private var handOverFrom: Moment?
    private var handedOverAt: Moment?
    /// Agencies that led before and were late with it.
    private var missedHandOvers: Set<AgencyCode> = []
    private var endedAt: Moment?
    private var isAnswered = false
    private var isMarked = false
    private var handOver: Moment?
    private var sameDay: Moment?
    private var pauses: [Range<Moment>] = []
    private var pausedAt: Moment?
    /// Whether a person looks at it, by what was found.
    private var isHeld = false
    private var extendedTo: Moment?
    /// Up to when the clock had run when an extension came.
    private var extendedWhen: Moment?
    /// The appointment that was over then: it stays what the dossier is late by, unless a calendar moves it past that.
    private var missed: Moment?
    private var drafted: Moment?
    /// The appointment that it has, by its own events.
    private(set) var due: Moment?

    /// Takes in the next event; how many dates it had that could be checked.
    ///
    /// - Parameter hours: by which an agency's time for the hand-over runs.
    mutating func take(
        _ entry: Entry, _ walk: MinuteWalk, hours: (AgencyCode) -> MinuteWalk, _ violations: inout [String]
    ) -> Int {
        if let speaker = entry.event.speaker, speaker == lead, handedOverAt == nil { handedOverAt = entry.at }
        switch entry.event {
        case .received(let receipt): lead = receipt.agency
        case .rerouted(let to, _, let deadlines):
            let former = lead
            lead = to
            let done = handedOverAt ?? entry.at
            handedOverAt = nil
            guard from != nil else { return 0 }
            if let handOver, let former, handOver < min(done, pausedAt ?? done) { missedHandOvers.insert(former) }
            handOverFrom = entry.at
            guard let deadlines else {
                violations.append("\(name(entry)) has no time for its new agency")
                return 0
            }
            countHandOver(hours(to))
            compare(
                entry,
                [
                    ("hand-over", deadlines.handOver, handOver),
                    ("same-day hand-over", deadlines.sameDayHandOver, sameDay),
                    ("appointment", deadlines.due, due),
                ], &violations)
            return 3
        case .completed(let deadlines):
            from = entry.at
            return check(deadlines, entry, walk, lead.map(hours) ?? walk, &violations)
        case .paused: pausedAt = entry.at
        case .waiting(let state): isHeld = state == .held
        case .resumed(let deadlines):
            let wasHeld = isHeld
            isHeld = false
            guard let began = pausedAt else {
                // What a person looked at goes on by the dates that it has.
                if wasHeld { return check(deadlines, entry, walk, lead.map(hours) ?? walk, &violations) }
                violations.append("\(name(entry)) was resumed, but not paused")
                return 0
            }
            pausedAt = nil
            pauses.append(began..<entry.at)
            if let date = extendedTo, began < date {
                let rest = walk.workingMinutes(from: began, to: date)
                extendedTo = walk.deadline(after: entry.at, minutes: rest)
            }
            // What was handed over meanwhile was so while no time ran.
            if let done = handedOverAt, began < done { countHandOver(lead.map(hours) ?? walk) }
            return check(deadlines, entry, walk, lead.map(hours) ?? walk, &violations)
        case .resultReceived(let result) where result.by == lead:
            if pausedAt != nil { violations.append("\(name(entry)) has its result, and its clock stands") }
            endedAt = entry.at
            isAnswered = true
        case .withdrawn, .agencyRefused: endedAt = entry.at
        case .violationMarked: isMarked = true
        case .violationCleared: isMarked = false
        case .recounted(let recount):
            if recount.former != due { violations.append("\(name(entry)) was not due by \(recount.former)") }
            return check(recount.deadlines, entry, walk, lead.map(hours) ?? walk, &violations)
        case .apologyDrafted(let draft):
            let expected = due.flatMap {
                walk.deadline(after: max($0, entry.at), minutes: 2 * walk.ordinaryMinutes)
            }
            if draft.newDate != expected { violations.append("\(name(entry)): a draft for \(draft.newDate)") }
            drafted = expected
            return 1
        case .extended(let granted):
            // An agency of the rehearsed year names a day, forty days from when it asks, or takes the date of the draft.
            let when = min(entry.at, pausedAt ?? entry.at)
            extendedWhen = when
            if let due, due < when { missed = due }
            let close = granted.newDate == drafted ? drafted : walk.close(of: entry.at.day.advanced(by: 40))
            due = close
            if granted.newDate != close { violations.append("\(name(entry)) is extended to \(granted.newDate)") }
            extendedTo = close
            return 1
        default: break
        }
        return 0
    }

    /// Whether it was handed over in time, at the latest with its end; nil where it was not yet, or counts for no table.
    var handedOverInTime: Bool? {
        guard let handOver, !isMarked, let done = handedOverAt ?? endedAt else { return nil }
        return min(done, pausedAt ?? done) <= handOver
    }

    /// How many agencies that led before were late with the hand-over; none where it counts for no table.
    var formerlyLate: Int { isMarked ? 0 : missedHandOvers.count }

    /// Whether its result came in time; nil where none came, or it counts for no table.
    var answeredInTime: Bool? {
        guard let due = missed ?? due, let endedAt, isAnswered, !isMarked else { return nil }
        return endedAt <= due
    }

    /// Whether its time was over when it was refused or withdrawn, or before its clock came to stand then.
    var endedLate: Bool {
        guard let due = missed ?? due, let endedAt, !isAnswered, !isMarked else { return false }
        return due < min(endedAt, pausedAt ?? endedAt)
    }

    /// When the published time is over.
    func result(by walk: MinuteWalk) -> Moment? {
        guard let from, case .workingDays(let days) = time else { return nil }
        return walk.deadline(after: from, minutes: days * walk.ordinaryMinutes, pauses: pauses)
    }

    private mutating func check(
        _ deadlines: Deadlines, _ entry: Entry, _ walk: MinuteWalk, _ hours: MinuteWalk, _ violations: inout [String]
    ) -> Int {
        guard let from, case .workingDays(let days) = time else {
            violations.append("\(name(entry)) has dates, but no time was published")
            return 0
        }
        let result = walk.deadline(after: from, minutes: days * walk.ordinaryMinutes, pauses: pauses)
        // An extension gives more time than there was, never less.
        if let date = extendedTo, let result { extendedTo = max(date, result) }
        if missed != nil, let extendedWhen, let result { missed = extendedWhen <= result ? nil : result }
        // What was handed over was so in time or late by the dates of its day.
        if handedOverAt == nil { countHandOver(hours) }
        compare(
            entry,
            [
                ("result", deadlines.result, result), ("hand-over", deadlines.handOver, handOver),
                ("same-day hand-over", deadlines.sameDayHandOver, sameDay),
                ("appointment", deadlines.due, extendedTo ?? result),
            ], &violations)
        due = deadlines.due
        if deadlines.from != from { violations.append("\(name(entry)): counted from \(deadlines.from), not \(from)") }
        return 4
    }

    /// Half a day from when the agency that leads got it; by the national rule anew at the end of a pause in which it did.
    private mutating func countHandOver(_ walk: MinuteWalk) {
        guard let start = handOverFrom ?? from else { return }
        handOver = walk.deadline(after: start, minutes: walk.ordinaryMinutes / 2, pauses: pauses)
        sameDay = walk.sameDayHandOver(after: pauses.first { $0.contains(start) }?.upperBound ?? start)
    }

    private func compare(
        _ entry: Entry, _ dates: [(what: String, found: Moment?, expected: Moment?)], _ violations: inout [String]
    ) {
        for (what, found, expected) in dates where found != expected {
            violations.append(
                "\(name(entry)): \(what) by \(found?.description ?? "-"), but \(expected?.description ?? "-") by counting minutes from \(from?.description ?? "-")"
            )
        }
    }

    private func name(_ entry: Entry) -> String { entry.dossier?.description ?? "entry \(entry.number)" }
}

extension Event {
    /// The agency that says something by it.
    fileprivate var speaker: AgencyCode? {
        switch self {
        case .acknowledged(let by, _): by
        case .supplementRequested(let request): request.by
        case .extended(let granted): granted.by
        case .resultReceived(let result): result.by
        case .agencyRefused(let refusal): refusal.by
        default: nil
        }
    }
}
