package import Dossiers

/// What became of one arrival, for the table of `demo` and the log; codes and reasons only.
package struct Outcome: Sendable, Equatable {
    /// As it lay in the inbox.
    package let arrival: String
    package let dossier: DossierCode?
    /// A state, or `duplicate`, `rejected`, `quarantined`, `unmatched`.
    package let state: String
    package let reasons: [String]
}
