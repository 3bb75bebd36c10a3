import Settings
import Dossiers
import Files
import Ledgers

/// `hoso status`: who waits for what since when, what is due, the last runs; as tables that the command line lays out.
package struct StatusPage: Sendable {
    package struct Part: Sendable {
        package let title: String
        package let columns: [String]
        package let rows: [[String]]
    }

    package let heading: String
    package let parts: [Part]
}

extension SiteView {
    package func status() throws -> SiteStatus {
        try status(register().register)
    }

    private func status(_ register: Register) throws -> SiteStatus {
        try SiteStatus(
            site, register, inbox: try folders.inbox(of: site), state: try folders.state(of: site), now: now)
    }

    /// The same in the order in which an operator reads it: queues, whom dossiers wait for, their age, what is due, the runs.
    package func statusPage() throws -> StatusPage {
        let (register, end) = try register()
        let status = try status(register)
        let wall = MachineClock.realtime().seconds
        let stages = try stages()
        // In the place of what lies in it: one that is gone is no empty one (FS11).
        let missing = try folders.missing(of: site).map { [$0, "not there", "-"] }
        return StatusPage(
            heading: "\(site.name) (\(site.code)), \(now)",
            parts: [
                StatusPage.Part(
                    title: "folders", columns: ["folder", "items", "oldest"],
                    rows: missing
                        + status.queues.filter { $0.count > 0 || !$0.folder.hasPrefix("Inbox/agencies/") }.map {
                            [$0.folder, String($0.count), $0.count == 0 ? "-" : Ages.words($0.age(at: wall))]
                        }),
                StatusPage.Part(
                    title: "open dossiers wait for", columns: ["whom", "dossiers", "oldest of"],
                    rows: WaitingFor.allCases.map { whom in
                        let waiting = status.waitingFor[whom]
                        return [
                            whom.phrase, String(waiting?.count ?? 0), waiting?.oldest.description ?? "-",
                        ]
                    }),
                StatusPage.Part(
                    title: "open dossiers by age", columns: ["agency", "T"] + AgeTable.columns.map(\.title),
                    rows: status.ages.rows.map { [$0.agency, String($0.total)] + $0.counts.map(String.init) }),
                StatusPage.Part(
                    title: "deadlines", columns: ["deadline", "today", "within a day", "overdue"],
                    rows: [("hand-over", status.handOver), ("result", status.result)].map {
                        [$0.0, String($0.1.today), String($0.1.near), String($0.1.over)]
                    }),
                StatusPage.Part(
                    title: "last runs", columns: ["run", "ended well"], rows: try lastRuns(status)),
            ] + stages + [
                StatusPage.Part(
                    title: "house", columns: ["what", "is"],
                    rows: [
                        ["ledger", "\(end.number) entries, head \(end.head)"],
                        ["served by", try holder() ?? "nobody now"],
                        [
                            "incidents open",
                            status.openIncidents.isEmpty ? "none" : status.openIncidents.joined(separator: ", "),
                        ],
                    ])
            ])
    }

    /// What the hoso that serves the site is at; nothing where none does.
    private func stages() throws -> [StatusPage.Part] {
        guard try holder() != nil, let metrics = try metricsFolder() else { return [] }
        let figures = try MetricsFile.readStages(metrics)
        let rows = Stage.allCases.map { stage -> [String] in
            let waiting = stage.waiting.map { "\(figures.waiting[stage] ?? 0) \($0)" }
            let note = figures.bounding == stage ? "bounds the whole" : "-"
            return [stage.rawValue, waiting ?? "-", "\(figures.percent[stage] ?? 0) %", note]
        }
        return [
            StatusPage.Part(
                title: "stages", columns: ["stage", "waiting before it", "of the time", "note"], rows: rows)
        ]
    }

    /// Nil before the first run.
    private func metricsFolder() throws -> Folder? { try folders.state(of: site)?.standing(at: ["metrics"]) }

    private func lastRuns(_ status: SiteStatus) throws -> [[String]] {
        var rows: [[String]] = []
        if let metrics = try metricsFolder() {
            let counters = try MetricsFile.read(metrics)
            rows = counters.lastSuccess.sorted { $0.key < $1.key }.map {
                [$0.key, Moment(seconds: $0.value, offset: site.offset).description]
            }
        }
        return rows + [["nightly, for the day", status.lastNightly?.description ?? "none yet"]]
    }

    /// Who says to hold the site, where the lock is held; looking takes no lock that would keep anybody out.
    private func holder() throws -> String? {
        guard let state = try folders.state(of: site), try state.status(of: "lock") != nil else { return nil }
        return try SiteLock.holder(folder: state, name: "lock").map {
            $0.process.map { "process \($0)" } ?? "a process"
        }
    }
}
