import Dossiers

/// A claim that was ruled on: its events, numbered, and what must leave because of them.
struct Verdict: Sendable {
    let claimID: String
    let entries: [Entry]
    /// As the events leave it; nil where they concern none.
    let dossier: Dossier?
    let outputs: [PlannedOutput]

    /// The number that the first output's event gets.
    var firstOutputNumber: Int { (entries.last?.number ?? 0) + 1 }
}
