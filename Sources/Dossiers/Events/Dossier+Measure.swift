/// By what a dossier is in time or late.
extension Dossier {
    /// The appointment, as pauses and an extension have moved it; where that was over before the extension came, the one of
    /// before, since what was late stays so (Điều 8.1a).
    package var measuredDue: Moment? {
        deadlines.map { $0.extendedTo == nil || isPutOff ? $0.due : $0.result }
    }

    /// The same by days, as national systems compare them.
    package var dueDay: Day? {
        measuredDue.map { Self.dueDay($0, extendedTo: deadlines?.extendedTo, at: extendedAt) }
    }

    /// By days an extension that was given on the due day itself puts it off.
    package static func dueDay(_ due: Moment, extendedTo date: Moment?, at given: Moment?) -> Day {
        guard let date, let given, given.day <= due.day else { return due.day }
        return date.day
    }

    /// By when an agency had to have the dossier, by both rules, as the ledger keeps it; nil where that keeps no time of the
    /// agency's own: of a co-agency, and where a ledger of before tells of a reroute.
    package func handOverDue(of holding: Holding) -> Moment? {
        if let kept = holding.handOverDue { return kept }
        guard let deadlines, holding.agency == agency,
            deadlines.handOverFrom.map({ $0 == holding.from }) ?? (holding == holdings.first)
        else { return nil }
        return min(deadlines.handOver, deadlines.sameDayHandOver ?? deadlines.handOver)
    }

    /// Up to when its clock had run at a moment: until the pause that it was in then, or the moment itself.
    package func clockEnd(by moment: Moment) -> Moment {
        pauses.last { $0.from <= moment && ($0.to.map { end in moment < end } ?? true) }?.from ?? moment
    }

    /// An extension puts off what was not over yet when it came, or when the clock came to stand before it; so it does where
    /// another calendar moves what was over past that.
    mutating func putOff() {
        guard let extendedAt, let deadlines else { return }
        if clockEnd(by: extendedAt) <= deadlines.result { isPutOff = true }
    }
}
