import Bytes
import Dossiers
import Files
import Ledgers
import Publications
import Settings

/// Makes compliance reports from the ledger alone, so that one for any past day can be made again, to the byte.
struct Compliance {
    let site: Site
    let ledger: LedgerReading

    /// The report of a period as things stood at its end, or at `now` where the period is not over.
    ///
    /// Throws `SLAReport.Discrepancy` where figures do not add up, and `LedgerDamage`.
    func report(from: Day, to: Day, now: Moment, by grouping: SLAReport.Grouping?) throws -> SLAReport {
        let endOfDay = Moment(day: to.advanced(by: 1), minute: 0, offset: site.offset).advanced(bySeconds: -1)
        let asOf = min(now, endOfDay)
        var register = Register()
        var number = 0
        try ledger.forEach { entry in
            guard entry.at <= asOf else { return }
            register.apply(entry)
            number = entry.number
        }
        let head = try digest(upTo: number)
        let others = Register.Tally.Kind.allCases.map { kind in
            (
                word: kind.rawValue,
                count: register.tallies.filter { tally, _ in
                    tally.kind == kind && (from...to).contains(tally.day)
                }.values.reduce(0, +)
            )
        }
        let refused = register.refusals.count { (from...to).contains($0.at.day) }
        return try SLAReport(
            register.dossiers.values,
            frame: SLAReport.Frame(
                siteName: site.name, from: from, to: to, asOf: asOf, ledgerNumber: number, ledgerHead: head,
                others: [("refused", refused)] + others),
            by: grouping)
    }

    /// The names of agencies and procedures, for the page.
    var names: [String: String] {
        var names = Dictionary(
            uniqueKeysWithValues: site.catalogue.agencies.values.map { ($0.code.description, $0.name) })
        for versions in site.catalogue.procedures.values {
            if let last = versions.last { names[last.code] = last.name }
        }
        return names
    }

    /// The digest of the line with that number, as the next line carries it.
    private func digest(upTo number: Int) throws -> String {
        try ledger.digest(of: number)?.description ?? "-"
    }
}
