import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// `hoso status`: queues, the oldest that waits, what is overdue, the last runs.
extension SiteView {
    package func status() throws -> String {
        var lines = ["\(site.name) (\(site.code)), \(now)"]
        lines.append("")
        lines.append("inbox")
        let inbox = try folders.inbox(of: site)
        for channel in Channel.all(agencies: site.catalogue.agencies.keys) {
            lines.append("  \(channel): \(try count(inbox, channel.path)) waiting")
        }
        let state = try folders.state(of: site)
        lines.append(
            "  in hand: \(try count(state, ["working"])), quarantine: \(try count(state, ["quarantine"])), unmatched: \(try count(state, ["unmatched"]))"
        )
        lines.append("")
        lines.append("dossiers")
        for state in DossierState.allCases {
            let here = register.dossiers.values.filter { $0.state == state }
            guard let oldest = here.map(\.receivedAt).min() else { continue }
            lines.append("  \(state.rawValue): \(here.count), oldest of \(oldest)")
        }
        lines.append("  refused at intake: \(register.refusals.count)")
        let open = register.dossiers.values
        let handOver = open.filter {
            $0.acknowledgedAt == nil && $0.deadlines.map { $0.handOver < now } == true && $0.state == .accepted
        }
        lines.append("  hand-over overdue: \(handOver.count)")
        lines.append("  result overdue: \(open.count { isOverdue($0) })")
        lines.append("")
        lines.append("ledger: \(head.number) entries, head \(head.digest)")
        lines.append("last nightly: \(register.nightlyDone.max()?.description ?? "none yet")")
        for incident in register.openIncidents.sorted() { lines.append("open incident: \(incident)") }
        return lines.joined(separator: "\n")
    }

    private func count(_ folder: Folder, _ path: [FileName]) throws -> Int {
        var here = folder
        for step in path {
            guard try here.status(of: step) != nil else { return 0 }
            here = try here.folder(step)
        }
        var count = 0
        try here.forEachEntry { name in
            if !name.description.hasPrefix(".") { count += 1 }
            return true
        }
        return count
    }
}
