import Dossiers

/// The dates of one dossier, worked out a second time from the events that move them.
struct YearDates {
    var time: Procedure.Time?
    private var from: Moment?
    private var pauses: [Range<Moment>] = []
    private var pausedAt: Moment?
    private var extendedTo: Moment?
    private var drafted: Moment?
    /// The appointment that it has, by its own events.
    private(set) var due: Moment?

    /// Takes in the next event; how many dates it had that could be checked.
    mutating func take(_ entry: Entry, _ walk: MinuteWalk, _ violations: inout [String]) -> Int {
        switch entry.event {
        case .completed(let deadlines):
            from = entry.at
            return check(deadlines, entry, walk, &violations)
        case .paused: pausedAt = entry.at
        case .resumed(let deadlines):
            guard let began = pausedAt else {
                violations.append("\(name(entry)) was resumed, but not paused")
                return 0
            }
            pausedAt = nil
            pauses.append(began..<entry.at)
            if let date = extendedTo, began < date {
                let rest = walk.workingMinutes(from: began, to: date)
                extendedTo = walk.deadline(after: entry.at, minutes: rest)
            }
            return check(deadlines, entry, walk, &violations)
        case .resultReceived(let result) where result.by == entry.dossier?.agency:
            if pausedAt != nil { violations.append("\(name(entry)) has its result, and its clock stands") }
        case .recounted(let recount):
            if recount.former != due { violations.append("\(name(entry)) was not due by \(recount.former)") }
            return check(recount.deadlines, entry, walk, &violations)
        case .apologyDrafted(let draft):
            let expected = due.flatMap {
                walk.deadline(after: max($0, entry.at), minutes: 2 * walk.ordinaryMinutes)
            }
            if draft.newDate != expected { violations.append("\(name(entry)): a draft for \(draft.newDate)") }
            drafted = expected
            return 1
        case .extended(let granted):
            // An agency of the rehearsed year names a day, forty days from when it asks, or takes the date of the draft.
            let close = granted.newDate == drafted ? drafted : walk.close(of: entry.at.day.advanced(by: 40))
            due = close
            if granted.newDate != close { violations.append("\(name(entry)) is extended to \(granted.newDate)") }
            extendedTo = close
            return 1
        default: break
        }
        return 0
    }

    /// When the published time is over.
    func result(by walk: MinuteWalk) -> Moment? {
        guard let from, case .workingDays(let days) = time else { return nil }
        return walk.deadline(after: from, minutes: days * walk.ordinaryMinutes, pauses: pauses)
    }

    private mutating func check(
        _ deadlines: Deadlines, _ entry: Entry, _ walk: MinuteWalk, _ violations: inout [String]
    ) -> Int {
        guard let from, case .workingDays(let days) = time else {
            violations.append("\(name(entry)) has dates, but no time was published")
            return 0
        }
        let result = walk.deadline(after: from, minutes: days * walk.ordinaryMinutes, pauses: pauses)
        let handOver = walk.deadline(after: from, minutes: walk.ordinaryMinutes / 2, pauses: pauses)
        for (what, found, expected) in [
            ("result", deadlines.result, result), ("hand-over", deadlines.handOver, handOver),
            ("same-day hand-over", deadlines.sameDayHandOver, walk.sameDayHandOver(after: from)),
            ("appointment", deadlines.due, extendedTo ?? result),
        ] where found != expected {
            violations.append(
                "\(name(entry)): \(what) by \(found?.description ?? "-"), but \(expected?.description ?? "-") by counting minutes from \(from)"
            )
        }
        due = deadlines.due
        if deadlines.from != from { violations.append("\(name(entry)): counted from \(deadlines.from), not \(from)") }
        return 4
    }

    private func name(_ entry: Entry) -> String { entry.dossier?.description ?? "entry \(entry.number)" }
}
