import Dossiers

/// A claim that was ruled on: its events, numbered, and what must leave because of them.
///
/// It is large and goes through many hands, which share it.
final class Verdict: Sendable {
    let claimID: String
    let entries: [Entry]
    /// As the events leave it; nil where they concern none.
    let dossier: Dossier?
    let outputs: [PlannedOutput]

    init(claimID: String, entries: [Entry], dossier: Dossier?, outputs: [PlannedOutput]) {
        self.claimID = claimID
        self.entries = entries
        self.dossier = dossier
        self.outputs = outputs
    }

    /// The number that the first output's event gets.
    var firstOutputNumber: Int { (entries.last?.number ?? 0) + 1 }
}
