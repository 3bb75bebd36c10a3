/// What the citizen can do about a finding.
package enum FindingRemedy: Sendable {
    /// Add to the dossier.
    case supplement
    /// Do better where he submits anew, since there is no dossier to add to.
    case anew

    /// The end of a sentence that asks for something.
    var ending: String {
        switch self {
        case .supplement: "rồi gửi bổ sung"
        case .anew: "khi nộp lại"
        }
    }
}
