import Ledgers
import Dossiers
import Files
import Intake

/// What a running office says of itself.
extension Office {
    /// - Parameter backlog: what is known of an inbox folder already; nil where it is to be looked through.
    func status(backlog: (Channel) -> Backlog? = { _ in nil }) throws -> SiteStatus {
        try SiteStatus(site, register, inbox: inbox, state: state, now: clock.now, backlog: backlog)
    }

    /// Without a look at the disk, since it is told at every turn.
    var statusLine: String {
        let open = register.states.reduce(0) { WaitingFor($1.key) == nil ? $0 : $0 + $1.value }
        return "\(open) dossiers open, \(register.openIncidents.count) incidents, \(register.nextNumber - 1) events"
    }

    /// One line for the whole and one for each queue that holds something, for the log.
    func statusEvents() throws -> [LogEvent] {
        let status = try status()
        let wall = machine.realtime().seconds
        let whole = LogEvent(
            .status, "\(open: status.line)",
            [
                "inbox": "\(status.inboxWaiting)", "open": "\(status.openDossiers)",
                "handOverOverdue": "\(status.handOver.over)", "resultOverdue": "\(status.result.over)",
                "incidents": "\(status.openIncidents.count)",
            ])
        return [whole]
            + status.queues.filter { $0.count > 0 }.map { queue in
                LogEvent(
                    .status,
                    "\(open: queue.folder): \(queue.count), the oldest for \(open: Ages.words(queue.age(at: wall)))",
                    [
                        "queue": "\(open: queue.folder)", "count": "\(queue.count)",
                        "oldestSeconds": "\(queue.age(at: wall))",
                    ])
            }
    }

    /// Says what the house is at from now on.
    func enter(_ stage: Stage) { stages.enter(stage, at: machine.monotonic()) }

    /// Called when something was done, at once or as soon as finding the figures costs no more than its share of the time.
    package func publishMetrics(finished run: String? = nil) throws {
        let now = machine.realtime().seconds
        let status = try status(backlog: look.backlog)
        try metrics.publish(
            MetricsPage(
                status, counters: metrics.counters(finished: run, at: now),
                stages: stages.figures(at: machine.monotonic()), at: now),
            of: status.lookedAt, at: machine.monotonic())
    }

    /// Twice a minute is often enough for what nothing happened to.
    func publishMetricsWhenDue() throws {
        if metrics.isDue(at: machine.monotonic()) { try publishMetrics() }
    }
}
