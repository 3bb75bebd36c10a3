import Dossiers
import Publications

/// The metrics in Prometheus's text format; every label value is one of ours, and escaped all the same (OP6).
struct MetricsPage {
    private(set) var text = ""

    init(_ status: SiteStatus, counters: MetricsFile.Counters, stages: StageFigures, at now: Int) {
        let queues = status.queues
        family(
            "hoso_queue_items", "gauge", "Things that lie in a folder.",
            queues.map { ([("folder", $0.folder)], $0.count) })
        family(
            "hoso_queue_oldest_seconds", "gauge", "How long the oldest of them has lain there.",
            queues.map { ([("folder", $0.folder)], $0.age(at: now)) })
        family(
            "hoso_arrivals_total", "counter", "What became of arrivals, by outcome, counted from the ledger.",
            status.outcomes.map { ([("outcome", $0.outcome)], $0.count) })
        family(
            "hoso_dossiers", "gauge", "Dossiers by state.",
            DossierState.allCases.map { ([("state", $0.rawValue)], status.dossiers[$0] ?? 0) })
        family(
            "hoso_deadlines", "gauge", "Open deadlines that pass within a day (near), or have passed (over).",
            [("handOver", status.handOver), ("result", status.result)].flatMap { name, due in
                [
                    ([("deadline", name), ("when", "near")], due.near),
                    ([("deadline", name), ("when", "over")], due.over),
                ]
            })
        family(
            "hoso_last_success_timestamp_seconds", "gauge", "When a run of each kind last ended well.",
            counters.lastSuccess.sorted { $0.key < $1.key }.map { ([("run", $0.key)], $0.value) })
        if let day = status.reportedUpTo {
            family(
                "hoso_nightly_day_timestamp_seconds", "gauge",
                "The end of the last day up to which no nightly run is missing; before the first run the beginning of the ledger's first day.",
                [([], Moment(day: day.advanced(by: 1), minute: 0, offset: status.now.offset).seconds)])
        }
        family(
            "hoso_incidents_open", "gauge", "Incidents that are open.", [([], status.openIncidents.count)])
        family("hoso_ledger_entries_total", "counter", "Entries of the ledger.", [([], status.ledgerEntries)])
        family(
            "hoso_sync_errors_total", "counter", "Times the disk did not take what was written.",
            [([], counters.syncErrors)])
        family(
            "hoso_worker_deaths_total", "counter", "Workers that died over what they read.",
            [([], counters.workerDeaths)])
        family(
            "hoso_stage_waiting", "gauge", "What waited before a stage when it was last looked.",
            Stage.allCases.filter { $0.waiting != nil }.map { ([("stage", $0.rawValue)], stages.waiting[$0] ?? 0) })
        family(
            "hoso_stage_percent", "gauge", "The stages' shares of the last minute or two.",
            Stage.allCases.map { ([("stage", $0.rawValue)], stages.percent[$0] ?? 0) })
        family("hoso_disk_free_bytes", "gauge", "Free on the file system of State.", [([], status.freeBytes)])
        family("hoso_disk_free_inodes", "gauge", "Free files on the file system of State.", [([], status.freeInodes)])
        family("hoso_metrics_timestamp_seconds", "gauge", "When this was written.", [([], now)])
    }

    private mutating func family(
        _ name: String, _ type: String, _ help: String, _ samples: [(labels: [(String, String)], value: Int)]
    ) {
        guard !samples.isEmpty else { return }
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
        for sample in samples {
            let labels = sample.labels.map { "\($0.0)=\(MetricText($0.1))" }
            text += name + (labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}") + " \(sample.value)\n"
        }
    }
}
