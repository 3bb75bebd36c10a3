import Dossiers
import Files
import Ledgers
import Pipeline
import Settings

/// What a year left behind, read from its ledger, outbox and reports and compared with what the players know.
struct YearReview {
    private let site: YearSite
    private let walks: YearWalks
    private let catalogue: Catalogue
    private let expectations: YearExpectations
    private let tables: YearTables

    init(_ site: YearSite, expectations: YearExpectations) throws {
        self.site = site
        self.expectations = expectations
        let end = YearSite.first.advanced(by: site.days)
        let view = try SiteView(site: site.path, now: Moment(day: end, minute: 120, offset: YearSite.offset))
        tables = YearTables(view: view, period: (YearSite.first, end.advanced(by: -1)))
        catalogue = view.site.catalogue
        walks = YearWalks(site, view.site.calendars)
    }

    func check(_ players: [YearPlayer], into counts: inout YearCounts) {
        do {
            try checkLedger(players, into: &counts)
            let verdict = try LedgerCheck.verify(site: site.path)
            if !verdict.isSound { counts.violations.append(verdict.text) }
            for folder in ["State/working", "Inbox/online", "Inbox/payments", "Inbox/postal"] {
                let names = try Folder(path: "\(site.path)/\(folder)").entries()
                    .filter { !$0.description.hasPrefix(".") }
                for name in names { counts.violations.append("\(folder)/\(name) was left behind") }
            }
        } catch {
            counts.violations.append("what the year left behind cannot be read: \(error)")
        }
    }

    private func checkLedger(_ players: [YearPlayer], into counts: inout YearCounts) throws {
        var claims: [String: YearClaim] = [:]
        var order: [String] = []
        var dates: [DossierCode: YearDates] = [:]
        var register = Register()
        var outbox = try YearOutbox(site, players)
        var reminders = YearReminders(site)
        var refused: [Day: Int] = [:]
        var known: Set<String> = []
        try LedgerReading(folder: Folder(path: site.path + "/State/ledger")).forEach { entry in
            try reminders.take(entry, register, walks)
            try register.apply(entry)
            outbox.take(entry, due: entry.dossier.flatMap { dates[$0]?.due })
            counts.entries += 1
            if case .refused(let refusal) = entry.event { known.insert(refusal.submission) }
            if claims[entry.claim] == nil { order.append(entry.claim) }
            if YearClaim.tellsOfRefused(entry) { refused[entry.at.day, default: 0] += 1 }
            claims[entry.claim, default: YearClaim()].add(entry, refused: refused[entry.at.day] ?? 0)
            guard let code = entry.dossier, let walk = walks.walk(for: code, at: entry.at) else { return }
            var mine = dates[code] ?? YearDates()
            if case .received(let receipt) = entry.event {
                mine.time = catalogue.procedures[receipt.procedure]?.last?.time
            }
            counts.dueDates += mine.take(
                entry, walk, hours: { walks.walk(for: $0, at: entry.at) ?? walk }, &counts.violations)
            dates[code] = mine
        }
        let dossiers = register.recent
        for dossier in dossiers.values where RecountRuling.isCounted(dossier) && !dossier.isPaused {
            let end = Moment(day: YearSite.first.advanced(by: site.days), minute: 0, offset: YearSite.offset)
            if let walk = walks.walk(for: dossier.code, at: end), let kept = dossier.deadlines,
                let result = dates[dossier.code]?.result(by: walk), kept.result != result
            {
                counts.violations.append("\(dossier.code) is still due by the calendar of before")
            }
        }
        checkLetters(order.compactMap { claims[$0] }, into: &counts)
        counts.reminders = reminders.check(&counts.violations)
        counts.opened = try outbox.check(dossiers, &counts.violations)
        tables.check(Array(dates.values), into: &counts)
        checkIncidents(order.compactMap { claims[$0] }, into: &counts)
        counts.dossiers = dossiers.count
        let submitted = Set(players.filter { $0.next > 0 && $0.steps[0].isSubmission }.map(\.id))
        known.formUnion(dossiers.values.map(\.receipt.submission))
        for id in submitted.symmetricDifference(known).sorted() {
            counts.violations.append("\(id) went in or out, but not both")
        }
        for player in players {
            guard let code = DossierCode(player.code), let state = player.state else { continue }
            let found = dossiers[code]?.state.rawValue ?? "nothing"
            if found != state { counts.violations.append("\(code) is \(found), but \(state) expected") }
        }
    }

    /// A folder was gone once: that was told, and told to be over.
    ///
    /// Nights are missed too, since the year has one a week.
    private func checkIncidents(_ claims: [YearClaim], into counts: inout YearCounts) {
        let told = claims.flatMap(\.incidents).filter { $0 != "nightly-missed" }
        if told != ["inbox-unreadable:postal", "inbox-unreadable:postal"] {
            counts.violations.append("the incidents \(told), where a folder was gone once and came back")
        }
    }

    /// Exactly one letter of each kind that the arrival must bring about, and none beside them.
    private func checkLetters(_ claims: [YearClaim], into counts: inout YearCounts) {
        var left = expectations.letters.mapValues { $0[...] }
        for claim in claims {
            counts.letters += claim.letters.count
            let found = claim.letters.sorted()
            guard let key = claim.key else {
                let expected = claim.letters(of: claim.own).sorted()
                if found != expected {
                    counts.violations.append("letters \(found) of \(claim.events), but \(expected) expected")
                }
                continue
            }
            guard let expected = left[key]?.popFirst().map(claim.letters(of:)) else {
                counts.violations.append("«\(key)» stands in the ledger once more than it was brought")
                continue
            }
            if found != expected {
                counts.violations.append("letters \(found) for «\(key)» (\(claim.events)), but \(expected) expected")
            }
        }
        for (key, rest) in left.sorted(by: { $0.key < $1.key }) where !rest.isEmpty {
            counts.violations.append("«\(key)» was brought once more than it stands in the ledger")
        }
    }
}
