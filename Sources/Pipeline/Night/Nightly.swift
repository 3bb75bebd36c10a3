import Delivery
package import Dossiers
import Files
import Intake
import Ledgers
import Publications
import Settings

/// The compliance run: each day once, missed days caught up, silent where all is well.
extension Office {
    /// How long it is before a night that failed is tried again, in nanoseconds.
    private static let nightRest = 600_000_000_000

    /// How many missed days one reading of the ledger serves: of a large ledger as many as need no reading from its first line.
    private var daysTogether: Int { min(31, max(LedgerCount.rewoundMost - 1, 1_000_000 / max(1, register.count))) }

    /// Makes the reports of `day`, or of every day not yet done up to yesterday.
    ///
    /// A day that is not over gets its reports as of now, and once more when it is over.
    package func nightly(_ day: Day?) throws {
        guard try clockFault() == nil else { return }
        do {
            try outboxIsDisplaced()
            try tellingDamage {
                try checkLedger()
                try makeReports(day)
            }
            try draftApologies()
            try watchCalendar()
        } catch {
            guard !hasUnpublished else { throw error }
            // No batch is in hand at night: what else is hidden is what this left.
            try removeHidden(below: outboxFolders)
            // A damage of the ledger was told already.
            if !(error is LedgerDamage), !(error is NightBroken) {
                try openIncident("nightly-failed", effect: "The nightly run failed: \(error)")
            }
            throw error
        }
        try closeIncident("nightly-failed")
    }

    private func makeReports(_ day: Day?) throws {
        let before = register.nightlyDone.max()
        let days = day.map { needsReports($0) ? [$0] : [] } ?? daysToDo()
        // The last day first: with it goes what agencies are urged to do, once for all days that were missed.
        for start in stride(from: 0, to: days.count, by: daysTogether).reversed() {
            try makeReports(of: Array(days[start..<min(start + daysTogether, days.count)]), isLast: start == 0)
        }
        try auditStore(since: before)
        if let day { tell(day, isMade: !days.isEmpty) }
    }

    /// Whoever names a day hears what came of it.
    private func tell(_ day: Day, isMade: Bool) {
        if isMade {
            say(LogEvent(.nightlyDone, "the reports of \(day) lie in Outbox/reports/\(day)/", ["day": "\(day)"]))
        } else if day > clock.now.day {
            say("nothing was made: \(day) is still to come")
        } else {
            say("nothing was made: the reports of \(day) were made before, and nothing was added to them since")
        }
    }

    /// Where the site names an hour, the daemon keeps it.
    ///
    /// A night that fails, which an incident tells of, is tried again later, and intake goes on meanwhile: unless it failed in what
    /// only a start mends.
    func nightlyWhenDue() throws {
        guard let minute = site.nightlyAt, !isClockWrong, clock.now.minuteOfDay >= minute else { return }
        guard nightAgainAt.map({ machine.monotonic() >= $0 }) ?? true else { return }
        let days = daysToDo()
        guard let last = days.last, try mayLeave() else { return }
        do {
            try nightly(nil)
            nightAgainAt = nil
        } catch is NightBroken {
            return
        } catch  where !hasUnpublished && !(error is LedgerDamage) && (error as? FileError)?.isUnsynced != true {
            nightAgainAt = machine.monotonic() + Self.nightRest
            return say("the nightly run failed, and will be tried again: \(open: "\(error)")")
        }
        say("reports of \(days.count) days up to \(last) lie in Outbox/reports/")
    }

    /// Asked at every step of the night's work, which may take hours: so it is seen to be alive, and ends where it is told to.
    func expectNight() throws { guard try goesOn() else { throw NightBroken() } }

    /// The same while the ledger is read, of which an entry takes next to no time.
    func expectNight(past number: Int) throws { if number.isMultiple(of: 1024) { try expectNight() } }

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

    /// Each day's reports are entered together.
    private func makeReports(of days: [Day], isLast: Bool) throws {
        for made in try made(of: days, isLast: isLast).reversed() {
            try record([.nightlyDone(day: made.day)], claim: made.claim, outputs: made.reports + made.letters)
        }
    }

    /// Reads the ledger once for all of the days.
    private func made(of days: [Day], isLast: Bool) throws -> [Made] {
        let folder = try state.folder("ledger")
        let reading = LedgerReading(folder: folder, passing: expectNight(past:))
        let compliance = Compliance(site: site, ledger: reading, folder: folder)
        let now = clock.now
        let wanted = Set(days)
        let told = register.nightlyDone.max()
        let yearEnds = Set(days.compactMap { Day(year: $0.year, month: 1, day: 1)?.advanced(by: -1) })
        let stops = wanted.union(yearEnds).sorted()
        var pending: [Day: CodeList] = [:]
        let moments = stops.map { min(now, compliance.end(of: $0)) }
        let count = try compliance.count(for: moments)
        let made = try count.read(moments) { snapshot -> Made? in
            let day = snapshot.asOf.day
            let first = Day(year: day.year, month: 1, day: 1) ?? day
            let data = compliance.data(snapshot, from: first, to: day)
            if yearEnds.contains(day) { pending[day] = data.pending }
            guard wanted.contains(day) else { return nil }
            var made = try stage(DayReports(data: data, pendingBefore: pending[first.advanced(by: -1)]))
            // A day that is not over will have its reminders when it is.
            let isTold = day >= now.day || day != days.last || told.map { day <= $0 } ?? false
            let since = told?.advanced(by: 1) ?? register.firstDay
            guard !isTold else { return made }
            made.letters = letters(Reminders(data, since: since).items) + yearlyLetters(data, since: since ?? day)
            return made
        }
        if isLast { try count.keep(after: snapshotAfter) }
        // Where a clock was set back, some were made before all was read that belongs to them, and made anew.
        try removeHidden(below: ["reports"], except: Set(made.compactMap { $0?.claim }))
        return made.compactMap { $0 }
    }

    /// What was made of one day.
    private struct Made {
        let day: Day
        let claim: String
        var reports: [PlannedOutput] = []
        var letters: [PlannedOutput] = []
    }

    /// Writes a day's reports under hidden names as they are made, since those of a large ledger are long.
    private func stage(_ reports: DayReports) throws -> Made {
        var made = Made(day: reports.data.frame.to, claim: claims.nextID("nightly"))
        try reports.forEach { name, write in
            let path = "reports/\(made.day)/\(name)"
            let output = try outbox.hide(.report, path: path, claim: made.claim, position: made.reports.count) { file in
                try write { piece in
                    try expectNight()
                    try file.write(piece)
                }
            }
            made.reports.append(PlannedOutput(kind: .report, path: path, content: .hidden(output)))
        }
        try makeLast()
        return made
    }

    /// A fortnight before the agencies' reports are due, and again on the eve of the last working day, whoever has not sent
    /// one is asked for it.
    private func yearlyLetters(_ data: ReportData, since: Day) -> [PlannedOutput] {
        let tracker = YearlyTracker(data)
        let year = data.frame.to.year
        guard let last = tracker.reports.agenciesUntil else { return [] }
        let days = [Day(year: year, month: 11, day: 15), last.advanced(by: -2)].compactMap { $0 }
        guard data.frame.to < last, days.contains(where: { since <= $0 && $0 <= data.frame.to }) else { return [] }
        return tracker.statuses.filter { $0.status == .missing }.compactMap {
            letter(to: $0.agency, .yearlyReport(of: $0.agency, year: year, until: last), about: [])
        }
    }

    /// A letter to each agency whose dossiers it names.
    private func letters(_ reminders: [Reminders.Item]) -> [PlannedOutput] {
        Dictionary(grouping: reminders, by: \.dossier.agency).sorted { $0.key < $1.key }.compactMap {
            letter(to: $0, .reminder($1, on: clock.now.day), about: [])
        }
    }
}
