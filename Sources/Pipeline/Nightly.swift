package import Dossiers
import Files
import Ledgers
import Publications
import Settings

/// The compliance run: each day once, missed days caught up.
extension Office {
    /// Makes the reports of `day`, or of every day not yet done up to yesterday.
    package func nightly(_ day: Day?) throws {
        for day in day.map({ [$0] }) ?? daysToDo() where !register.nightlyDone.contains(day) {
            try record([.nightlyDone(day: day)], as: "nightly", extra: try reports(of: day))
            say("reports of \(day) lie in Outbox/reports/\(day)/")
        }
    }

    /// Where the site names an hour, the daemon keeps it.
    func nightlyWhenDue() throws {
        guard let minute = site.nightlyAt, clock.now.minuteOfDay >= minute, !daysToDo().isEmpty else { return }
        try nightly(nil)
    }

    /// From the first event's day to yesterday.
    private func daysToDo() -> [Day] {
        guard let first = register.firstDay else { return [] }
        let yesterday = clock.now.day.advanced(by: -1)
        guard first <= yesterday else { return [] }
        return (first.number...yesterday.number).map { Day(number: $0) }.filter { !register.nightlyDone.contains($0) }
    }

    private func reports(of day: Day) throws -> [PlannedOutput] {
        let compliance = Compliance(site: site, ledger: LedgerReading(folder: try state.folder("ledger")))
        let report = try compliance.report(from: day, to: day, now: clock.now, by: nil)
        return [("sla.html", report.html(names: compliance.names)), ("sla.csv", report.csv)].map { name, bytes in
            PlannedOutput(kind: .report, path: "reports/\(day)/\(name)", content: .bytes(bytes))
        }
    }
}
