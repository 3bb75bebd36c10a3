import Dossiers
import Ledgers
import Publications
import Settings

/// Writes the site that citizens see, from the ledger and the configuration (Điều 5.1, 6.2, 13.4, 13.5).
///
/// Pages are put in an order in which no link leads nowhere: first those that others lead to, last the entrances.
package struct Publisher {
    /// What was published.
    package struct Outcome: Sendable, Equatable {
        package let dossiers: Int
        package let written: Int
        package let unchanged: Int
        package let removed: Int
    }

    private let view: SiteView
    private let register: Register
    private let site: PublishedSite

    /// For how many days after its end a dossier can still be looked up.
    private static let daysAfterEnd = 366

    /// Throws what `SiteView` throws.
    package init(_ view: SiteView) throws {
        self.view = view
        let (register, end) = try view.register()
        self.register = register
        let last = register.latestAt ?? view.now
        site = PublishedSite(
            name: view.site.name, asOf: min(last, view.now).told(at: view.site.offset), today: view.today,
            ledgerNumber: end.number, catalogue: view.site.catalogue, calendars: view.site.calendars,
            limits: view.site.limits)
    }

    /// Throws where the folder holds something else, where figures do not add up, or what the disk refused.
    package func publish(into path: String) throws -> Outcome {
        let tree = try PublishedTree(into: path)
        try tree.put(site.style)
        for language in SiteLanguage.allCases {
            for file in site.pages(language) { try tree.put(file) }
        }
        let dossiers = try dossiers(of: putReports(into: tree))
        for language in SiteLanguage.allCases { try put(dossiers, language, into: tree) }
        for file in site.entrances { try tree.put(file) }
        try tree.finish()
        let counts = tree.counts
        return Outcome(
            dossiers: dossiers.codes.count, written: counts.written, unchanged: counts.unchanged,
            removed: counts.removed)
    }

    /// The dossiers that can be looked up, in the order of their codes.
    private func dossiers(of table: CountedTable) throws -> Dossiers {
        let oldest = site.asOf.advanced(bySeconds: -Self.daysAfterEnd * 86_400)
        var open: [DossierCode: DossierState] = [:]
        try register.forEachOpen { open[$0.code] = $0.standing }
        var dossiers = Dossiers()
        try table.forEachRow { row in
            let code = row.code
            let isHandedOver = row.completedAt != nil || row.isCentral
            if let state = open[code] {
                dossiers.append(code, TrackedStanding(state, isHandedOver: isHandedOver))
                return
            }
            // The ledger may have grown since the register was read.
            guard code.number < register.nextNumber(agency: code.agency, day: code.day),
                let closedAt = try closedAt(row), closedAt >= oldest
            else { return }
            dossiers.append(code, TrackedStanding(row.state, isHandedOver: isHandedOver))
        }
        return dossiers
    }

    /// Dossiers with where they stand, six bytes each.
    private struct Dossiers {
        private(set) var codes = CodeList()
        private(set) var standings: [TrackedStanding] = []

        mutating func append(_ code: DossierCode, _ standing: TrackedStanding) {
            codes.append(code)
            standings.append(standing)
        }

        /// Hands over those of an agency and a day together, in the order of their codes.
        func forEachDay(_ body: (AgencyCode, Day, [TrackingIndex.Item]) throws -> Void) rethrows {
            var items: [TrackingIndex.Item] = []
            func handOver() throws {
                if let first = items.first { try body(first.code.agency, first.code.day, items) }
                items.removeAll(keepingCapacity: true)
            }
            for (code, standing) in zip(codes, standings) {
                if let last = items.last, last.code.day != code.day || last.code.agency != code.agency {
                    try handOver()
                }
                items.append(TrackingIndex.Item(code: code, standing: standing))
            }
            try handOver()
        }
    }

    /// When a dossier that is not open took its last state.
    private func closedAt(_ row: CountedRow) throws -> Moment? {
        if let returnedAt = row.returnedAt { return returnedAt }
        // With a result it was finished before it was closed, and when that was is not counted.
        return row.ending == .resolved ? try register.dossier(row.code)?.closedAt : row.finishedAt
    }

    private func put(
        _ dossiers: Dossiers, _ language: SiteLanguage, into tree: PublishedTree
    ) throws {
        let pages = TrackingPages(site: site, language: language)
        let index = TrackingIndex(site: site, language: language)
        try dossiers.forEachDay { _, _, items in
            for item in items { try tree.put(pages.file(item.code, item.standing)) }
        }
        var agencies: [(agency: AgencyCode, count: Int)] = []
        var days: [(day: Day, count: Int)] = []
        func endAgency(_ agency: AgencyCode) throws {
            try tree.put(index.agency(agency, days))
            agencies.append((agency, days.reduce(0) { $0 + $1.count }))
            days = []
        }
        var last: AgencyCode?
        try dossiers.forEachDay { agency, day, items in
            if let last, last != agency { try endAgency(last) }
            last = agency
            try tree.put(index.day(day, of: agency, items))
            days.append((day, items.count))
        }
        if let last { try endAgency(last) }
        try tree.put(index.start(agencies))
    }

    /// One reading of the ledger serves all periods, and the dossiers.
    private func putReports(into tree: PublishedTree) throws -> CountedTable {
        let periods = register.firstDay.map { PublicPeriod.all(from: $0, to: site.asOf.day) } ?? []
        let compliance = Compliance(site: view.site, ledger: view.ledger, folder: view.ledgerFolder)
        let before = Set(periods.map { $0.first.advanced(by: -1) })
        let stops = before.union(periods.map(\.last)).sorted()
        var pending: [Day: CodeList] = [:]
        var made: [(PublicPeriod, [PublicReport])] = []
        let moments = stops.map { min(site.asOf, compliance.end(of: $0)) }
        let count = try compliance.count(for: moments)
        _ = try count.read(moments) { snapshot in
            let day = snapshot.asOf.day
            for period in periods where period.last == day {
                let data = compliance.data(snapshot, from: period.first, to: day)
                let reports = try PublicReport.Kind.allCases.map { kind in
                    try PublicReport(kind, data, pendingBefore: pending[period.first.advanced(by: -1)])
                }
                made.append((period, reports))
            }
            if before.contains(day) { pending[day] = compliance.data(snapshot, from: day, to: day).pending }
        }
        for (period, reports) in made {
            for report in reports { try tree.put(report.data(of: period)) }
            for language in SiteLanguage.allCases {
                let pages = ReportSitePages(site: site, language: language)
                for report in reports { try tree.put(pages.page(report, of: period)) }
            }
        }
        for language in SiteLanguage.allCases {
            try tree.put(ReportSitePages(site: site, language: language).index(periods))
        }
        return count.table()
    }
}
