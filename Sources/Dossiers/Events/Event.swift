/// One fact of the ledger.
///
/// What happens to a dossier is nothing but its events in order. Its facts lie in a place that copies share, since an event goes
/// through many hands and stays as it is.
package indirect enum Event: Sendable, Equatable {
    /// A submission got its dossier code.
    case received(Receipt)
    /// What lay in an arrival, and what is wrong with it.
    case examined(Examination)
    /// The dossier waits, and for what; a ministry's own, which has no clocks to resume, also for its agencies once more.
    case waiting(state: DossierState)
    /// The dossier is complete and valid: both clocks start.
    case completed(Deadlines)
    /// A ministry's own procedure: handed on unjudged, without clocks (Điều 2.2).
    case forwarded

    /// A message came; what it did stands in the events after this one.
    case messageReceived(MessageReceipt)
    case paid(PaymentReceipt)
    case postalCopyReceived(PostalCopyReceipt)
    /// A lone scan was put to the dossier.
    case scanReceived(component: String, paper: Paper, message: String)
    case supplemented(SupplementReceipt)
    case withdrawn(Withdrawal)
    case feedback(Feedback)

    /// The specialised division has it (Điều 14.4).
    case acknowledged(by: AgencyCode, message: String)
    case supplementRequested(SupplementRequest)
    case extended(Extension)
    case apologyDrafted(Apology)
    case agencyRefused(AgencyRefusal)
    case resultReceived(ResultReceipt)
    case collected(Collection)
    case yearlyReport(YearlyReport)

    /// The agency's clock stands still.
    case paused(Pause.Cause)
    /// It runs again, with the dates moved by the time that it stood; or what a person looked at meanwhile goes on, by the dates
    /// that it has.
    case resumed(Deadlines)
    /// A changed calendar moved its dates, by a person's word.
    case recounted(Recount)
    case refundOrdered(RefundOrder)
    /// A message took its effect, but a person should look at it.
    case remarked(Remark)
    /// Its form names files that did not come, and what may be one of them lies in the unmatched tray under these names.
    case mayLieUnmatched(names: [String])

    /// A person keeps the dossier from going on.
    case held(PersonalAct)
    case released(PersonalAct)
    /// Another agency leads from now on, with its own time for the hand-over; nil where the clocks have not started.
    case rerouted(to: AgencyCode, PersonalAct, Deadlines? = nil)
    /// The dossier goes to its agencies once more, whole.
    case resent(PersonalAct)
    /// Marked as a suspected violation: kept with its evidence, out of the count (Điều 4.5).
    case violationMarked(PersonalAct)
    case violationCleared(PersonalAct)

    /// A submission that no supplement can mend, refused before it got a code.
    case refused(Refusal)
    /// A submission or a message that came before with the same content.
    case repeated(submission: String)
    /// A message from outside that takes no effect.
    case rejected(Rejection)
    /// What could not be read.
    case quarantined(Quarantined)
    /// A person put what could not be read back into its inbox folder.
    case putBack(name: String, PersonalAct)
    /// A file that belongs to nothing known.
    case unmatched(Unmatched)
    /// What did left the unmatched tray: a form that came names it, or a person put it to its dossier.
    case matched(name: String, PersonalAct?)
    /// A file that leaves the house, staged before this event and published after it.
    case published(Output)
    /// Something that keeps the house from its work: opened, or over.
    case incident(kind: String, open: Bool, effect: String)
    /// A person has an open incident in hand (Điều 9.2).
    case incidentAcknowledged(kind: String, PersonalAct)
    /// The nightly run for a day is done.
    case nightlyDone(day: Day)
}

extension Event {
    /// Why a message took no effect; nil of any other event.
    package var rejection: Rejection? { if case .rejected(let rejection) = self { rejection } else { nil } }
}
