import Dossiers
import Files
import Ledgers
import Pipeline
import Publications
import Settings

/// What a year left behind, read from its ledger and reports and compared with what the players know.
struct YearReview {
    private let site: String
    private let period: (first: Day, last: Day)
    private let walk: MinuteWalk
    private let catalogue: Catalogue
    private let expectations: YearExpectations
    private let view: SiteView

    init(site: String, first: Day, days: Int, offset: Int, expectations: YearExpectations) throws {
        self.site = site
        self.expectations = expectations
        period = (first, first.advanced(by: days - 1))
        view = try SiteView(site: site, now: Moment(day: first.advanced(by: days), minute: 120, offset: offset))
        catalogue = view.site.catalogue
        // Past the last day, for what is due then.
        walk = MinuteWalk(
            view.site.calendars.version(on: first).general, first: first, days: days + 150, offset: offset)
    }

    func check(_ players: [YearPlayer], into counts: inout YearCounts) {
        do {
            try checkLedger(players, into: &counts)
            let verdict = try LedgerCheck.verify(site: site)
            if !verdict.isSound { counts.violations.append(verdict.text) }
            for folder in ["State/working", "Inbox/online", "Inbox/payments", "Inbox/postal"] {
                let names = try Folder(path: "\(site)/\(folder)").entries().filter { !$0.description.hasPrefix(".") }
                for name in names { counts.violations.append("\(folder)/\(name) was left behind") }
            }
        } catch {
            counts.violations.append("what the year left behind cannot be read: \(error)")
        }
        checkReport(.national, columns: 11, into: &counts) { row in
            row[0] == row[1] + row[2] + row[3] && row[4] == row[5] + row[6] + row[7] && row[8] == row[9] + row[10]
                && row[0] == row[4] + row[8]
        }
        // Received is accepted or waiting or at an end without having been accepted; accepted is handed over or to be.
        checkReport(.sla, columns: 17, into: &counts) { row in
            row[1] == row[6...9].reduce(0, +) && row[0] >= row[1...5].reduce(0, +)
                && row[0] <= row[1...5].reduce(0, +) + row[14] + row[15]
        }
    }

    private func checkLedger(_ players: [YearPlayer], into counts: inout YearCounts) throws {
        var claims: [String: YearClaim] = [:]
        var order: [String] = []
        var dates: [DossierCode: YearDates] = [:]
        var register = Register()
        try LedgerReading(folder: Folder(path: site + "/State/ledger")).forEach { entry in
            try register.apply(entry)
            counts.entries += 1
            if claims[entry.claim] == nil { order.append(entry.claim) }
            claims[entry.claim, default: YearClaim()].add(entry)
            guard let code = entry.dossier else { return }
            var mine = dates[code] ?? YearDates()
            if case .received(let receipt) = entry.event {
                mine.time = catalogue.procedures[receipt.procedure]?.last?.time
            }
            counts.dueDates += mine.take(entry, walk, &counts.violations)
            dates[code] = mine
        }
        checkLetters(order.compactMap { claims[$0] }, into: &counts)
        counts.dossiers = register.recent.count
        let submitted = Set(players.filter { $0.next > 0 }.map(\.id))
        let known = Set(
            register.recent.values.map(\.receipt.submission) + register.refusals.map(\.refusal.submission))
        for id in submitted.symmetricDifference(known).sorted() {
            counts.violations.append("\(id) went in or out, but not both")
        }
        for player in players {
            guard let code = DossierCode(player.code), let state = player.state else { continue }
            let found = register.recent[code]?.state.rawValue ?? "nothing"
            if found != state { counts.violations.append("\(code) is \(found), but \(state) expected") }
        }
    }

    /// Exactly one letter of each kind that the arrival must bring about, and none beside them.
    private func checkLetters(_ claims: [YearClaim], into counts: inout YearCounts) {
        var left = expectations.letters.mapValues { $0[...] }
        for claim in claims {
            counts.letters += claim.letters.count
            let found = claim.letters.sorted()
            guard let key = claim.key else {
                if found != claim.own.sorted() {
                    counts.violations.append("letters \(found) of \(claim.events), but \(claim.own) expected")
                }
                continue
            }
            guard let expected = left[key]?.popFirst() else {
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

    /// Works out a report's identities from its CSV; the last row is the sum of the others.
    private func checkReport(
        _ kind: ReportRequest.Kind, columns: Int, into counts: inout YearCounts, _ holds: ([Int]) -> Bool
    ) {
        do {
            let csv = String(
                decoding: try view.report(ReportRequest(kind, from: period.first, to: period.last)).csv, as: UTF8.self)
            var rows: [[Int]] = []
            for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
                // The share at the end of a line is no whole number, and stands behind what is counted here.
                let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                let numbers = fields.suffix(columns).map { Int($0) ?? 0 }
                guard numbers.count == columns, numbers.contains(where: { $0 > 0 }) else { continue }
                rows.append(numbers)
                if !holds(numbers) { counts.violations.append("\(kind.rawValue): a row does not add up: \(line)") }
            }
            counts.rows += rows.count
            guard let sum = rows.popLast() else {
                counts.violations.append("\(kind.rawValue) is empty")
                return
            }
            let added = (0..<columns - 1).map { column in rows.reduce(0) { $0 + $1[column] } }
            if Array(sum.prefix(columns - 1)) != added {
                counts.violations.append("\(kind.rawValue): the last row \(sum) is not the sum \(added)")
            }
        } catch {
            counts.violations.append("\(kind.rawValue): \(error)")
        }
    }
}
