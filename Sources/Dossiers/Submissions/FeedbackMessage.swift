/// What somebody has to say, as it arrives.
package struct FeedbackMessage: Sendable, Equatable {
    /// Names the message for good.
    package let id: String
    /// The sender's own time, recorded but never counted by.
    package let at: Moment?
    package let text: PersonalText
    package var dossier: DossierCode?
    package var procedure: String?
    package var account: PersonalText?

    package init(id: String, at: Moment?, text: PersonalText) {
        self.id = id
        self.at = at
        self.text = text
    }
}
