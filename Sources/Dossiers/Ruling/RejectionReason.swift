/// Why a message takes no effect, as a stable word.
package enum RejectionReason: String, Error, Sendable, CaseIterable {
    case unknownDossier = "unknown-dossier"
    /// Its id belongs to an earlier message with other content.
    case otherContent = "other-content"
    /// The dossier is returned, refused or withdrawn.
    case closed = "closed"

    /// It came by a folder that does not speak for the dossier.
    case otherAgency = "other-agency"
    /// The agency had the dossier, and another has it now.
    case handedOn = "handed-on"
    /// Only the lead agency may say it (Điều 8.1b).
    case leadAgencyOnly = "lead-agency-only"
    case notHandedOver = "not-handed-over"
    /// Nobody is named who approved it (Điều 15.2).
    case noApprover = "no-approver"
    /// No reason is given (Điều 15.2).
    case noReason = "no-reason"
    /// An agency asks for a component that neither the procedure nor the dossier has.
    case unknownComponent = "unknown-component"
    case alreadyExtended = "already-extended"
    /// An extension's new date is not after the appointment, or is over.
    case dateNotLater = "date-not-later"
    /// A ministry's own dossier has no appointment here that could be put off (Điều 2.2).
    case noAppointment = "no-appointment"
    case nothingToApprove = "nothing-to-approve"
    case resultAlready = "result-already"
    case noResult = "no-result"
    /// A result paper that cannot be opened, or is not the declared one.
    case faultyPaper = "faulty-paper"
    /// A result whose digital signature is known to be wrong: it, or the message that brought it, was changed after it was signed.
    case resultSignatureBroken = "result-signature-broken"
    /// A file that the message does not name, among results or reports (Điều 7.1a).
    case unlistedFile = "unlisted-file"
    case heldByOffice = "held-by-office"

    /// Below level 4 a result is handed over at the counter only (Điều 8.2a).
    case counterOnly = "counter-only"
    /// The declaration was not signed at the counter (Điều 7.1a).
    case formNotSigned = "form-not-signed"
    /// An original was not compared at the counter (Điều 7.1a).
    case originalNotCompared = "original-not-compared"
    /// Registered post ends with tracking number and signed receipt (Điều 8.2b).
    case noSignedReceipt = "no-signed-receipt"

    /// The account is not the dossier's (Điều 6.2).
    case otherAccount = "other-account"
    /// Without an account only what was asked for is taken (Điều 6.2).
    case notAskedFor = "not-asked-for"
    case noFile = "no-file"
    /// What came would leave a complete dossier worse than it is.
    case faultySupplement = "faulty-supplement"
    case resolvedAlready = "resolved-already"

    case noFeeDue = "no-fee-due"
    case paidAlready = "paid-already"
    /// It did not count before, and was ordered back since.
    case refundedAlready = "refunded-already"
    case wrongAmount = "wrong-amount"
    /// Not the agency's published account (Điều 7.2b).
    case wrongPayee = "wrong-payee"
    /// At level 3 the fee is paid at the counter only (Điều 7.1b).
    case wrongRoute = "wrong-route"
}
