package import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// How a site stands at a moment: what `status`, the metrics and the service manager are told.
package struct SiteStatus: Sendable {
    /// A deadline by whether it has passed, or passes within a day.
    package struct Due: Sendable, Equatable {
        package var today = 0
        package var near = 0
        package var over = 0
    }

    package let now: Moment
    /// The inbox folders, then those of `State/`.
    package let queues: [Queue]
    package let dossiers: [DossierState: Int]
    package let waitingFor: [WaitingFor: (count: Int, oldest: Moment)]
    package let ages: AgeTable
    package let handOver: Due
    package let result: Due
    /// What became of arrivals, ever, by the words of the log.
    package let outcomes: [(outcome: String, count: Int)]
    package let ledgerEntries: Int
    package let lastNightly: Day?
    /// The last day up to which no nightly run is missing, at first the eve of the ledger's first day; nil while that is empty.
    package let reportedUpTo: Day?
    package let openIncidents: [String]
    /// On the file system of State.
    package let freeBytes: Int
    package let freeInodes: Int

    /// How much was looked at for it, in files: of dossiers eight take as long as one.
    var lookedAt: Int {
        let open = dossiers.reduce(0) { $0 + (WaitingFor($1.key) == nil ? 0 : $1.value) }
        return queues.reduce(open / 8) { $0 + $1.count }
    }

    /// - Parameters:
    ///   - inbox: nil where it is not there, and so `state`: then nothing is said of what lies in it.
    ///   - backlog: what is known of an inbox folder already; nil where it is to be looked through.
    init(
        _ site: Site, _ register: Register, inbox: Folder?, state: Folder?, now: Moment,
        backlog: (Channel) -> Backlog? = { _ in nil }
    ) throws {
        self.now = now
        let arriving = try inbox.map { inbox in
            try Channel.all(agencies: site.catalogue.agencies.keys).map { channel in
                let folder = "Inbox/\(channel)"
                return try backlog(channel).map { Queue(folder, $0) } ?? Queue(folder, inbox, channel.path)
            }
        }
        let kept = try state.map { state in
            try ["working", "quarantine", "unmatched", "mail"].map {
                try Queue("State/\($0)", state, [FileName.literal($0)])
            }
        }
        queues = (arriving ?? []) + (kept ?? [])
        dossiers = register.states
        var waitingFor: [WaitingFor: (count: Int, oldest: Moment)] = [:]
        var ages = AgeTable.Counts(now: now)
        var handOver = Due()
        var result = Due()
        try register.forEachOpen { dossier in
            guard let whom = WaitingFor(dossier.state) else { return }
            let known = waitingFor[whom]
            waitingFor[whom] = (
                (known?.count ?? 0) + 1, min(known?.oldest ?? dossier.receivedAt, dossier.receivedAt)
            )
            ages.add(dossier)
            guard let due = dossier.due, !dossier.isResolved, !dossier.isSuspect else { return }
            if !dossier.isAcknowledged, let until = dossier.handOver { handOver.count(until, of: dossier, now) }
            result.count(due, of: dossier, now)
        }
        self.waitingFor = waitingFor
        self.ages = AgeTable(ages)
        self.handOver = handOver
        self.result = result
        let tallies = Register.Tally.Kind.allCases.map { kind in
            (kind.rawValue, register.tallies.filter { $0.key.kind == kind }.reduce(0) { $0 + $1.value })
        }
        outcomes = [("received", register.count), ("refused", register.refusals)] + tallies
        ledgerEntries = register.nextNumber - 1
        lastNightly = register.nightlyDone.max()
        reportedUpTo = register.firstUnreported?.advanced(by: -1)
        openIncidents = register.openIncidents.sorted()
        (freeBytes, freeInodes) = try state?.space() ?? (0, 0)
    }

    package var inboxWaiting: Int { queues.filter { $0.folder.hasPrefix("Inbox/") }.reduce(0) { $0 + $1.count } }
    package var openDossiers: Int { waitingFor.values.reduce(0) { $0 + $1.count } }

    /// For the service manager's STATUS.
    package var line: String {
        "\(inboxWaiting) in the inbox, \(openDossiers) dossiers open, \(handOver.over + result.over) overdue, \(openIncidents.count) incidents"
    }
}

extension SiteStatus.Due {
    /// While a clock stands nothing comes near, and what was over stays so.
    fileprivate mutating func count(_ due: Moment, of dossier: OpenDossier, _ now: Moment) {
        let isOver = dossier.isOver(due, at: now)
        guard isOver || !dossier.isPaused else { return }
        if due.day == now.day { today += 1 }
        if isOver { over += 1 } else if due.seconds - now.seconds < 86_400 { near += 1 }
    }
}
