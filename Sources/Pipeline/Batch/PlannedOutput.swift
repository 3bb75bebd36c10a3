import Dossiers
import Publications

/// A file that is to leave, known by kind and path before it is made, so that its event has its number.
struct PlannedOutput: Sendable {
    /// What it is made of.
    enum Content: Sendable {
        /// 1 for the whole dossier, from 2 on for what came later.
        case dossier(number: Int)
        /// The dossier whole, though it is not the first that its agency gets.
        case whole(number: Int)
        /// To the agency that had the dossier: that another has it now, without a file.
        case handedOn(number: Int)
        /// A paper of the result, by its digest.
        case result(ExaminedPaper)
        case refund(cause: Int)
        case notice(NoticeKind, cause: Int)
        case status
        case bytes([UInt8])
        /// Written already, as reports are, under the hidden name of its place among the claim's outputs.
        case hidden(Output)
    }

    let kind: Output.Kind
    /// From the outbox.
    let path: String
    let content: Content

    /// Which of a dossier's deliveries it is; nil for anything else.
    var deliveryNumber: Int? {
        switch content {
        case .dossier(let number), .whole(let number), .handedOn(let number): number
        default: nil
        }
    }
}
