package import Dossiers

/// A due moment explained, a line for every day: what counted, what did not, and why.
package struct DerivationText: Sendable {
    fileprivate let words: DerivationWords

    package static let vietnamese = DerivationText(words: .vietnamese)
    package static let english = DerivationText(words: .english)

    /// A heading, and an indented line each day.
    package func lines(_ derivation: Derivation) -> [String] {
        let due = derivation.due.map { words.moment($0) } ?? words.undetermined
        var lines = ["\(words.duties[derivation.duty] ?? ""): \(due)"]
        if derivation.provisional { lines[0] += " (\(words.provisional))" }
        let calendar = derivation.calendar.map { "\(words.calendar) \(words.day($0))" } ?? words.firstCalendar
        lines.append("  \(words.from) \(words.moment(derivation.from)); \(measure(derivation)); \(calendar)")
        var sum = 0
        for day in derivation.days {
            sum += day.counted
            let isLast = day == derivation.days.last && derivation.due != nil
            let weekday = words.weekdays[day.day.weekday.rawValue]
            let name = "\(words.day(day.day)) \(weekday)"
            let blank = String(repeating: " ", count: max(0, 22 - name.count))
            lines.append(
                "  \(name)\(blank)\(reason(day, derivation, sum: sum))\(isLast ? " => \(words.due)" : "")")
        }
        return lines
    }

    private func measure(_ derivation: Derivation) -> String {
        func days(_ time: Procedure.Time) -> String {
            switch time {
            case .workingDays(let count): "\(count) \(words.workingDays)"
            case .days(let count): "\(count) \(words.calendarDays)"
            }
        }
        switch derivation.measure {
        case .workingSeconds(let seconds):
            return (derivation.time.map { "\(days($0)) = " } ?? "") + span(seconds)
        case .workingDays(let count): return "\(count) \(words.workingDays), \(words.endOfDay)"
        case .calendarDays(let count): return "\(count) \(words.calendarDays), \(words.endOfDay)"
        case .sameDay: return words.sameDay
        }
    }

    private func reason(_ counted: CountedDay, _ derivation: Derivation, sum: Int) -> String {
        let nature = nature(counted.nature)
        switch counted.verdict {
        case .counted: return joined([nature, "\(words.counted) \(sum)"])
        case .first: return "\(words.notCounted): \(words.first)"
        case .off: return "\(words.notCounted): \(nature ?? words.weekend)"
        case .paused(let cause): return "\(words.notCounted): \(words.paused), \(words.causes[cause] ?? cause.rawValue)"
        case .passedOver: return joined([nature, words.passedOver])
        case .end: return joined([nature, words.end])
        case nil where derivation.measure == .sameDay:
            return counted.nature.isOff ? "\(words.notCounted): \(nature ?? "")" : joined([nature, words.beforeClose])
        case nil: return time(counted, nature, sum: sum)
        }
    }

    /// Of a day whose working time is counted: the hours that ran, those that stood, and the sum.
    private func time(_ counted: CountedDay, _ nature: String?, sum: Int) -> String {
        let stretches = counted.stretches.filter { $0.seconds > 0 }
        guard !stretches.isEmpty else {
            return "\(words.notCounted): \(counted.nature.isOff ? nature ?? "" : words.outsideHours)"
        }
        let parts = stretches.map { stretch -> String in
            let hours = "\(clock(stretch.from))-\(clock(stretch.to))"
            return stretch.pause.map { "[\(hours) \(words.paused): \(words.causes[$0] ?? $0.rawValue)]" } ?? hours
        }
        let total = "\(words.counted) \(span(counted.counted)), \(words.sum) \(span(sum))"
        return joined([nature, parts.joined(separator: " "), total])
    }

    /// Nil for an ordinary day, of which nothing need be said.
    private func nature(_ nature: DayNature) -> String? {
        switch nature {
        case .ordinary: nil
        case .weekend: words.weekend
        case .holiday(let name): "\(words.holiday) «\(TerminalText(name))»"
        case .swapped(let day, let name): "\(words.swapped) \(words.day(day)) «\(TerminalText(name))»"
        case .worked(let name, let instead):
            "\(words.worked) «\(TerminalText(name))»"
                + (instead.map { " \(words.workedInstead) \(words.day($0))" } ?? "")
        case .otherHours(let name): "\(words.otherHours) «\(TerminalText(name))»"
        }
    }

    private func joined(_ parts: [String?]) -> String { parts.compactMap { $0 }.joined(separator: "; ") }

    /// Seconds are told only where there are any.
    private func span(_ seconds: Int) -> String {
        let rest = seconds % 60
        return "\(seconds / 3600) \(words.hours) \(padded(seconds / 60 % 60, 2)) \(words.minutes)"
            + (rest == 0 ? "" : " \(rest) s")
    }

    private func clock(_ second: Int) -> String {
        let rest = second % 60
        return "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))" + (rest == 0 ? "" : ":\(padded(rest, 2))")
    }
}

extension DayNature {
    fileprivate var isOff: Bool {
        switch self {
        case .weekend, .holiday, .swapped: true
        case .ordinary, .otherHours, .worked: false
        }
    }
}

extension DerivationText {
    /// Of a dossier that is not complete.
    package var notStarted: String { words.notStarted }

    /// Of a dossier of a ministry's own procedure.
    package var central: String { words.central }

    /// Where the ledger holds another moment than the rules of today give.
    package func differs(_ kept: Moment) -> String { "\(words.differs) \(words.moment(kept))" }

    /// The new appointment that a leader approved.
    package func extended(to due: Moment, by granted: Dossiers.Extension) -> String {
        "\(words.extended): \(words.moment(due)) (\(granted.by), \(words.approved) \(TerminalText(granted.approvedBy)))"
    }
}
