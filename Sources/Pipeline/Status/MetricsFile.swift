import Files

/// `State/metrics/hoso.prom`, for the textfile collector of Prometheus's node exporter: whole at every moment.
///
/// It is also where counters outlive a process: each run goes on from what stands there.
struct MetricsFile {
    /// What the ledger does not know.
    struct Counters: Sendable, Equatable {
        var syncErrors = 0
        var workerDeaths = 0
        /// Seconds since 1970 by kind of run: `once`, `nightly`, `run`.
        var lastSuccess: [String: Int] = [:]
    }

    static let name = FileName.literal("hoso.prom")
    private static let every = 30_000_000_000

    private let folder: Folder
    private var counters: Counters
    private var published = 0
    private var pace = Pace()
    /// Whether something happened since that readers are to see soon.
    private var isOwed = false

    /// Where what an earlier run counted cannot be read, that is said, and counting begins anew.
    init(state: Folder, say: (LogEvent) -> Void) throws {
        folder = try state.folder("metrics", create: true, mode: 0o755)
        // The exporter is another user, who gets here by a mount of its own.
        try folder.openToReaders()
        do {
            counters = try Self.read(folder)
        } catch {
            say(LogEvent(.metricsFailed, "the counters of earlier runs are lost and begin anew: \(error)"))
            counters = Counters()
        }
    }

    /// - Parameter steady: nanoseconds of the steady clock.
    func isDue(at steady: Int) -> Bool { steady - published >= Self.every || isOwed && pace.isDue(at: steady) }

    /// Something happened that readers are to see as soon as that costs no more than its share of the time.
    mutating func owe() { isOwed = true }

    /// When they are due; nil where that may wait for any next turn.
    var owedAt: Int? { isOwed ? pace.next : nil }

    mutating func countSyncError() { counters.syncErrors += 1 }
    mutating func countWorkerDeath() { counters.workerDeaths += 1 }

    /// The counters, with a run that just ended well.
    mutating func counters(finished run: String?, at now: Int) -> Counters {
        if let run { counters.lastSuccess[run] = now }
        return counters
    }

    /// Replaced by one rename; synced too, since a scraper must not read an empty file after a crash.
    ///
    /// - Parameter count: how many things were looked at for it.
    mutating func publish(_ page: MetricsPage, of count: Int, at steady: Int) throws(FileError) {
        published = steady
        isOwed = false
        pace.saw(count, at: steady)
        try folder.replaceDurably(Self.name, mode: 0o644) { file throws(FileError) in
            try file.write(Array(page.text.utf8))
            try file.setMode(0o644)
        }
    }

    /// What an earlier run counted; nothing where there was none.
    static func read(_ folder: Folder) throws(FileError) -> Counters {
        var counters = Counters()
        for sample in try samples(folder) {
            switch (sample.name, sample.label) {
            case ("hoso_sync_errors_total", _): counters.syncErrors = sample.value
            case ("hoso_worker_deaths_total", _): counters.workerDeaths = sample.value
            case ("hoso_last_success_timestamp_seconds", let run?): counters.lastSuccess[run] = sample.value
            default: continue
            }
        }
        return counters
    }

    /// What the house that serves the site said last of its stages.
    static func readStages(_ folder: Folder) throws(FileError) -> StageFigures {
        var figures = StageFigures()
        for sample in try samples(folder) {
            guard let stage = sample.label.flatMap(Stage.init) else { continue }
            switch sample.name {
            case "hoso_stage_waiting": figures.waiting[stage] = sample.value
            case "hoso_stage_percent": figures.percent[stage] = sample.value
            default: continue
            }
        }
        return figures
    }

    /// The lines of the file, of which ours have one label at most; what cannot be read is left out.
    private static func samples(
        _ folder: Folder
    ) throws(FileError) -> [(name: Substring, label: String?, value: Int)] {
        guard try folder.status(of: name) != nil else { return [] }
        let bytes = try folder.readAll(name, limit: 1_000_000)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            guard !line.hasPrefix("#"), let space = line.lastIndex(of: " "),
                let value = Int(line[line.index(after: space)...])
            else { return nil }
            let parts = line[..<space].split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
            let name = parts[0].prefix { $0 != "{" }
            return (name, parts.count == 3 ? String(parts[1]) : nil, value)
        }
    }
}
