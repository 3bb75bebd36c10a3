import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// `<guard>`: a run that would refuse or quarantine too much stops before it does, since the fault is then likely ours.
///
/// While the guard is on, what is to be refused or quarantined is held back until the run is over, so that a stop leaves
/// none of it committed.
extension Office {
    static let guardIncident = "guard"

    /// What goes on now; throws `GuardStop` where too much is held back.
    ///
    /// - Parameter register: as it will be before these are ruled on.
    func guarded(_ hand: [InHand], on register: Register) throws -> [InHand] {
        guard let limit = site.runGuard, !yesReally, !isReleasing else { return hand }
        var draft = register
        var good: [InHand] = []
        for inHand in hand {
            guard let verdict = try rule(inHand.claim, inHand.read, in: &draft), turnsAway(verdict) else {
                good.append(inHand)
                continue
            }
            heldBack.append(inHand.claim)
        }
        seenThisRun += hand.count
        let share = Double(heldBack.count) / Double(max(1, seenThisRun))
        guard heldBack.count <= limit.number || share <= limit.share else { throw try stop(limit) }
        return good
    }

    /// The run is over and within the guard: what was held back takes its course.
    func release() throws -> [Outcome] {
        defer { seenThisRun = 0 }
        // One that stopped an earlier run is over.
        if seenThisRun > 0 { try closeIncident(Self.guardIncident) }
        guard !heldBack.isEmpty else { return [] }
        let claims = heldBack
        heldBack = []
        isReleasing = true
        defer { isReleasing = false }
        var outcomes: [Outcome] = []
        for start in stride(from: 0, to: claims.count, by: batchSize) {
            outcomes += try take(Array(claims[start..<min(start + batchSize, claims.count)]))
        }
        return outcomes
    }

    /// Throws where an earlier run was stopped, until something in `config/` has changed or somebody has the incident in hand.
    ///
    /// Then the next run goes under the guard once more; the nightly run goes on meanwhile.
    func expectNoStop() throws {
        guard incidents.contains(Self.guardIncident) else { return }
        guard !yesReally, let configurationMark else { return try closeIncident(Self.guardIncident) }
        if try state.status(of: Self.stopped) != nil,
            try state.readAll(Self.stopped, limit: 1000) == Array(configurationMark.utf8)
        {
            throw GuardStop(turnedAway: nil, seen: nil)
        }
    }

    /// Lets the next run try, though nothing has changed in `config/`.
    func forgetStop() throws {
        guard try state.status(of: Self.stopped) != nil else { return }
        try state.remove(Self.stopped)
        try state.sync()
    }

    /// Remembers below `State/` by which configuration a run was stopped.
    private static let stopped: FileName = "guard.txt"

    private func stop(_ limit: Site.Guard) throws -> GuardStop {
        let stop = GuardStop(turnedAway: heldBack.count, seen: seenThisRun)
        if let configurationMark {
            try state.replaceDurably(Self.stopped, with: Array(configurationMark.utf8), mode: 0o640)
        }
        try openIncident(Self.guardIncident, effect: stop.description)
        return stop
    }

    private func turnsAway(_ verdict: Verdict) -> Bool {
        verdict.entries.contains { entry in
            switch entry.event {
            case .refused, .quarantined: true
            default: false
            }
        }
    }
}
