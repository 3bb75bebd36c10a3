/// What somebody says goes into the register of feedback, linked to what it is about (Điều 9.4, 17.5).
package enum FeedbackRuling {
    /// - Parameters:
    ///   - dossier: what it is about; nil where it names none, or one that is not known.
    ///   - procedure: in the version of the day; nil likewise.
    ///   - sender: the agency whose folder it came by; nil for a citizen's.
    package static func rule(
        _ said: FeedbackMessage, dossier: Dossier?, procedure: Procedure?, sender: AgencyCode?
    ) -> Ruled {
        var feedback = Feedback(message: said.id, text: said.text)
        feedback.dossier = dossier?.code
        feedback.procedure = procedure?.code ?? dossier?.receipt.procedure
        feedback.agency = sender ?? dossier?.agency ?? procedure?.agency
        feedback.account = said.account
        return Ruled(dossier: dossier?.code, events: [.feedback(feedback)])
    }
}
