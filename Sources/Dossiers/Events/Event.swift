/// One fact of the ledger.
///
/// What happens to a dossier is nothing but its events in order.
package enum Event: Sendable, Equatable {
    /// A submission got its dossier code.
    case received(Receipt)
    /// What lay in an arrival, and what is wrong with it.
    case examined(Examination)
    /// The dossier waits, and for what.
    case waiting(state: DossierState)
    /// The dossier is complete and valid: both clocks start.
    case completed(Deadlines)
    case paid(PaymentReceipt)
    case postalCopyReceived(PostalCopyReceipt)
    /// A lone scan was put to the dossier.
    case scanReceived(component: String, paper: Paper, message: String)
    /// The specialised division has it (Điều 14.4).
    case acknowledged(by: AgencyCode, message: String)
    /// A submission that no supplement can mend, refused before it got a code.
    case refused(Refusal)
    /// A submission or a message that came before with the same content; `first` is the claim that brought it.
    case repeated(submission: String)
    /// A message from outside that takes no effect, with a stable reason.
    case rejected(message: String, reason: String)
    /// What could not be read.
    case quarantined(Quarantined)
    /// A file that belongs to nothing known.
    case unmatched(name: String, reason: String)
    /// A file that leaves the house, staged before this event and published after it.
    case published(Output)
    /// Something that keeps the house from its work: opened, or over.
    case incident(kind: String, open: Bool, effect: String)
    /// The nightly run for a day is done.
    case nightlyDone(day: Day)
}
