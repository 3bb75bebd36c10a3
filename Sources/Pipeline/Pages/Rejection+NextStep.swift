import Dossiers
import Publications

extension Rejection {
    /// What staff do about a message that took no effect, in English.
    ///
    /// - Parameter dossier: as the message left it; nil where it is unknown.
    func nextStep(_ dossier: Dossier?) -> String {
        switch (RejectionReason(rawValue: reason), kind) {
        case (.unknownDossier, "payment"):
            "No dossier has the code that it names: find by its reference who paid, and have it sent again with the right code under a new id; or drop the same file again once the dossier is there."
        case (.unknownDossier, _):
            "No dossier has the code that it names: have it sent again with the right code under a new id, or drop the same file again once the dossier is there."
        case (.otherContent, _):
            "An earlier message of this folder has its id: have it sent again under a new one."
        case (_, "payment"):
            dossier.flatMap { dossier in payment.map { money($0, dossier) } }
                ?? "The money came and counts for nothing: clear it with who paid."
        case (.notHandedOver, _):
            "The same file can be sent again once the dossier is handed over."
        case (.notAskedFor, _):
            "The dossier has no account, and takes only what it is asked for. If it needs this, its agency asks for it by a supplementRequest once it has the dossier, and the citizen sends it again."
        case (.resultAlready, _):
            "Ask the agency whether the result that it sent before is wrong. If so, and it was not handed over: hoso hold keeps it from going out by mistake; take the right one from the agency by hand, hand that over, then hoso release and the collection. If it was handed over online, take the wrong file out of the account's folder in Outbox/portal/results and off the portal; the agency revokes it and gives the right one by hand."
        case (.resultSignatureBroken, _):
            "The result is not taken in and goes to nobody; the message is kept in the archive as it came. The agency was told why, and to send it again as it was signed: where the dossier is due soon, urge it on."
        case (.closed, "postalCopy"), (.closed, "scan"):
            "The dossier is closed and waits for nothing: scan and send nothing again. Paper of another dossier is sent again under its code; else keep it, to be given back to its citizen."
        case _ where channel.hasPrefix("agencies/"):
            "The agency was told why, and what to do."
        case (_, "scan"):
            "hoso show says how the dossier stands and what is still waited for; put right what is named here, and scan it again."
        case (_, "postalCopy"):
            "hoso show says how the dossier stands and what is still waited for; put right what is named here, and drop it again under a new id."
        default:
            "The dossier's own citizen was told why, and what to do."
        }
    }

    /// Names an order to give money back only where it would be carried out.
    private func money(_ payment: PaymentReceipt, _ dossier: Dossier) -> String {
        if dossier.counts(payment.reference) {
            return
                "A payment with its reference counts already: nothing is to be done where the money came once. Where it came twice, have the second sent again under a new id and a reference of its own."
        }
        if payment.amount == 0 { return "It tells of no money: clear with whoever sent it what was paid." }
        guard let order = RefundCommand(payment, of: dossier) else {
            return "The money was ordered back already: nothing is left to be done."
        }
        let first =
            reason == RejectionReason.wrongPayee.rawValue
            ? "The money went to another account than the agency's published one: find out whose that is, and clear it with who paid."
            : "The money came and counts for nothing: clear it with who paid."
        return "\(first) \(order.text(basis: "LAW", reason: "TEXT")) gives it back where a law says so"
            + (order.isReferenceTold ? "." : "; hoso show \(dossier.code) names REF.")
    }
}
