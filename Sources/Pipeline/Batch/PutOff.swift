import Intake

/// A claim that is to be taken again later: its reading ended its reader, or somebody still wrote to it.
struct PutOff: Sendable {
    let claim: Claim
    /// How often it was tried.
    let tries: Int
    /// Not before the steady clock shows this.
    let notBefore: Int
}
