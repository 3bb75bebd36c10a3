package import Dossiers
import Files
import Ledgers
import Publications
import Settings

/// The compliance run: each day once, missed days caught up, silent where all is well.
extension Office {
    /// How many missed days one reading of the ledger serves.
    private static let daysTogether = 31

    /// Makes the reports of `day`, or of every day not yet done up to yesterday.
    ///
    /// A day that is not over gets its reports as of now, and once more when it is over.
    package func nightly(_ day: Day?) throws {
        let days = day.map { needsReports($0) ? [$0] : [] } ?? daysToDo()
        for start in stride(from: 0, to: days.count, by: Self.daysTogether) {
            try makeReports(of: Array(days[start..<min(start + Self.daysTogether, days.count)]))
        }
    }

    /// Where the site names an hour, the daemon keeps it.
    func nightlyWhenDue() throws {
        guard let minute = site.nightlyAt, clock.now.minuteOfDay >= minute else { return }
        let days = daysToDo()
        guard let last = days.last else { return }
        try nightly(nil)
        say("reports of \(days.count) days up to \(last) lie in Outbox/reports/")
    }

    /// From the first event's day to yesterday.
    private func daysToDo() -> [Day] {
        guard let first = register.firstDay else { return [] }
        let yesterday = clock.now.day.advanced(by: -1)
        guard first <= yesterday else { return [] }
        return (first.number...yesterday.number).map { Day(number: $0) }.filter { !register.nightlyDone.contains($0) }
    }

    /// Whether a day was not done yet, or was done before it was over and something has happened since.
    private func needsReports(_ day: Day) -> Bool {
        guard day <= clock.now.day, !register.nightlyDone.contains(day) else { return false }
        guard let early = register.nightlyEarly[day] else { return true }
        return clock.now.day > day || register.lastFact > early
    }

    /// Reads the ledger once for all of them; each day's reports are entered together.
    private func makeReports(of days: [Day]) throws {
        let compliance = Compliance(site: site, ledger: LedgerReading(folder: try state.folder("ledger")))
        let now = clock.now
        let wanted = Set(days)
        let yearEnds = Set(days.compactMap { Day(year: $0.year, month: 1, day: 1)?.advanced(by: -1) })
        let stops = wanted.union(yearEnds).sorted()
        var pending: [Day: Set<DossierCode>] = [:]
        let made = try compliance.read(asOf: stops.map { min(now, compliance.end(of: $0)) }) { snapshot in
            let day = snapshot.asOf.day
            guard let first = Day(year: day.year, month: 1, day: 1) else { return (day, [PlannedOutput]()) }
            let data = compliance.data(snapshot, from: first, to: day)
            if yearEnds.contains(day) { pending[day] = data.pending }
            guard wanted.contains(day) else { return (day, []) }
            let files = try DayReports(data: data, pendingBefore: pending[first.advanced(by: -1)]).files()
            return (
                day,
                files.map { name, bytes in
                    PlannedOutput(kind: .report, path: "reports/\(day)/\(name)", content: .bytes(bytes))
                }
            )
        }
        for (day, outputs) in made where wanted.contains(day) {
            try record([.nightlyDone(day: day)], as: "nightly", extra: outputs)
        }
    }
}
