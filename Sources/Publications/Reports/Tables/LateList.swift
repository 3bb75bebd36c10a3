package import Dossiers

/// The dossiers whose time is up: which, how late, and who held them (Điều 8.1, 9.6).
package struct LateList: Sendable {
    /// One dossier that is late.
    package struct Item: Sendable {
        package let dossier: CountedRow
        package let due: Moment
        /// Working time past `due`, without pauses.
        package let minutes: Int
        package let spent: TimeSpent
        package let cause: TimeSpent.Holder
    }

    package let data: ReportData
    /// Open and past their due time at the period's end, and those that came to an end past it in the period, whichever end.
    package let items: [Item]

    package init(_ data: ReportData) {
        self.data = data
        let asOf = data.frame.asOf
        items = data.dossiers.compactMap { dossier in
            let end = dossier.clockEnd(asOf: asOf)
            guard let due = dossier.due, due < end, dossier.finishedAt.map(data.frame.covers) ?? true else {
                return nil
            }
            let clock = data.clock(of: dossier)
            let late = dossier.secondsLate(since: due, until: end, clock: clock)
            let spent = TimeSpent(of: dossier, until: asOf, clock: clock)
            return Item(
                dossier: dossier, due: due, minutes: late / 60, spent: spent,
                cause: dossier.cause(late: late, spent: spent, asOf: asOf))
        }
    }
}
