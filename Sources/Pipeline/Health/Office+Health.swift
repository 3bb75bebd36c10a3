import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// What is looked at with every look at the inbox, so that what keeps the house from its work is told at once (Điều 13.7).
extension Office {
    /// Ready for so long, in seconds, while hoso was there to take it: the backlog is stuck.
    private static let stuckAfter = 4 * 3600

    /// Opens and closes incidents by what is found.
    func watchHealth(_ found: Inbox.Look) throws {
        try watchBacklog(found)
        try watchNightly()
    }

    private func watchBacklog(_ found: Inbox.Look) throws {
        let now = machine.realtime().seconds
        let oldest = found.ready.first.map { $0.since / 1_000_000_000 } ?? now
        let served = (machine.monotonic() - startedAt) / 1_000_000_000
        guard served > Self.stuckAfter, now - oldest > Self.stuckAfter else {
            if found.ready.isEmpty { try closeIncident("backlog-stuck") }
            return
        }
        try openIncident(
            "backlog-stuck",
            effect: "\(found.ready.count) arrivals wait, the oldest for \((now - oldest) / 3600) hours.")
    }

    /// Also told where nothing calls the nightly run at all.
    private func watchNightly() throws {
        guard let day = register.firstUnreported else { return }
        guard day < clock.now.day.advanced(by: -1) else { return try closeIncident("nightly-missed") }
        try openIncident(
            "nightly-missed",
            effect: register.nightlyDone.isEmpty
                ? "No day was ever reported on, though the ledger begins on \(day): see that a timer, cron or <nightly at> calls hoso nightly."
                : "The first day without its reports is \(day).")
    }

    /// Where the site asks more of signatures than can be told here, their dossiers are held, and staff hear why.
    func watchSignatureStore(_ problems: [String]) throws {
        guard !problems.isEmpty else { return try closeIncident("signature-store") }
        try openIncident("signature-store", effect: problems.joined(separator: "; ") + ".")
    }

    /// How many open dossiers an incident concerns: those of the agency whose folder it is about, else all.
    func affected(by kind: String) throws -> Int {
        let agency = kind.firstRange(of: "agencies/").flatMap { AgencyCode(String(kind[$0.upperBound...])) }
        var count = 0
        try register.forEachOpen { dossier in
            if agency.map(dossier.agencies.contains) ?? true { count += 1 }
        }
        return count
    }
}
