import Delivery
import Dossiers
import Intake
import Ledgers
import Settings

/// What the start does after a crash: the same steps, from where they stopped.
extension Office {
    /// Publishes what was committed, puts back what was not, and says what it did.
    func recover(left: [Claim]) throws {
        let committed = register.watched
        for (claim, entries) in committed.sorted(by: { $0.key < $1.key }) {
            let outputs = entries.compactMap { entry -> Output? in
                if case .published(let output) = entry.event { output } else { nil }
            }
            try publish(outputs, claim: claim, again: true)
        }
        // The names of letters that an earlier run gave may not be on the disk; once lost they would be mailed again.
        if mailer != nil { try outbox.makeLastAgain(["notices", "incidents"]) }
        try makeLast()
        var finished: [Archive.Place] = []
        for claim in left {
            guard let entries = committed[claim.id], let disposition = Disposition(entries) else { continue }
            finished.append(try archive.place(of: claim.id, disposition))
        }
        try makeLast()
        for place in finished { try archive.move(to: place) }
        try makeLast()
        try recoverJoining(committed)
        let removed = try outbox.removeAbandoned(below: outboxFolders) { committed[$0] != nil }
        let open = left.filter { committed[$0.id] == nil }
        // What came meanwhile under the same name is another arrival: then the claim cannot go back, and is taken as it is.
        let stuck = try open.filter { try !claims.putBack($0) }
        if finished.count + open.count + removed > 0 {
            say(
                LogEvent(
                    .repaired,
                    "repaired after an interruption: \(finished.count) claims finished, \(open.count - stuck.count) put back into the inbox, \(stuck.count) taken again where they lie, \(removed) unpromised files removed"
                ))
        }
        for start in stride(from: 0, to: stuck.count, by: batchSize) {
            let batch = stuck[start..<min(start + batchSize, stuck.count)]
            _ = try take(try batch.map { try claims.complete($0, peeker: reader.peeker(of: $0.channel)) })
        }
    }
}
