import Dossiers
import Pipeline

/// Something that somebody does for a dossier, and what must come of it.
struct YearStep: Sendable {
    /// What of the moment and of the dossier goes into what is written.
    struct Facts {
        let id: String
        /// The id of the course's submission.
        let submission: String
        let code: String
        let at: Moment
    }

    enum Deed: Sendable {
        /// A form in a folder of the inbox.
        case drop(folder: String, @Sendable (Facts) -> String)
        /// A sample package that lies ready, signed.
        case sample(DemoPackage)
        case order(@Sendable (DossierCode) -> Order)
    }

    let deed: Deed
    /// The state that the arrival comes to, as the log says it; empty for an order that leaves it as it is.
    let state: String
    /// The reason for which it takes no effect, where it takes none.
    var reason: String?
    /// The kinds of the letters that it brings about, each once, sorted.
    let letters: [String]
    /// Whether it comes under the submission's own id.
    var isSubmission = false
    /// Whether it goes into quarantine, where the ledger has no more of it than a name.
    var isQuarantined = false
    /// The component that a scan alone is of; the ledger knows such a message by a name of its own making.
    var loneScan: String?
    /// Whether it answers the draft of an apology, and so waits for it.
    var waitsForDraft = false
    /// Whether it comes with the next tick of the clock, since what it brings about depends on how late it is.
    var comesAtOnce = false
    /// The name that it is dropped under, where that says what it is.
    var fileName: (@Sendable (Facts) -> String)?

    init(_ deed: Deed, _ state: String, reason: String? = nil, letters: [String] = []) {
        self.deed = deed
        self.state = state
        self.reason = reason
        self.letters = letters.sorted()
    }
}
