package import Dossiers

/// Who must act next for a dossier to go on.
package enum WaitingFor: String, Sendable, CaseIterable {
    case citizen
    /// The agency's specialised division, which has not yet said that it has it.
    case handOver
    case agency
    /// A person of the one-stop office.
    case office

    /// Nil where the dossier is closed.
    package init?(_ state: DossierState) {
        switch state {
        case .awaitingSupplement, .awaitingPostalCopy, .awaitingPayment, .resolved: self = .citizen
        case .accepted: self = .handOver
        case .processing: self = .agency
        case .held: self = .office
        case .returned, .refused, .withdrawn: return nil
        }
    }

    package var phrase: String {
        switch self {
        case .citizen: "the citizen"
        case .handOver: "the agency to take it over"
        case .agency: "the agency's answer"
        case .office: "a person of the office"
        }
    }
}
