/// Why a message takes no effect, as a stable word.
package enum RejectionReason: String, Error, Sendable {
    case unknownDossier = "unknown-dossier"
    /// It came by a folder that does not speak for the dossier.
    case otherAgency = "other-agency"
    case notHandedOver = "not-handed-over"
    case noFile = "no-file"
    case noFeeDue = "no-fee-due"
    case paidAlready = "paid-already"
    case wrongAmount = "wrong-amount"
    case closed = "closed"
}
