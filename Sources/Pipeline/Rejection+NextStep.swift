import Dossiers

extension Rejection {
    /// What staff do about a message that took no effect, in English.
    var nextStep: String {
        switch (RejectionReason(rawValue: reason), kind) {
        case (.unknownDossier, "payment"):
            "No dossier has the code that it names: find by its reference who paid, and have it sent again with the right code under a new id; or drop the same file again once the dossier is there."
        case (.unknownDossier, _):
            "No dossier has the code that it names: have it sent again with the right code under a new id, or drop the same file again once the dossier is there."
        case (.otherContent, _):
            "An earlier message of this folder has its id: have it sent again under a new one."
        case (_, "payment"):
            "The money came and counts for nothing: clear it with who paid; hoso refund gives it back where a law says so."
        case (.notHandedOver, _):
            "The same file can be sent again once the dossier is handed over."
        case _ where channel.hasPrefix("agencies/"):
            "The agency was told why, and what to do."
        case (_, "postalCopy"), (_, "scan"):
            "hoso show says how the dossier stands and what is still waited for; put right what is named here, and drop it again under a new id."
        default:
            "The dossier's own citizen was told why, and what to do."
        }
    }
}
