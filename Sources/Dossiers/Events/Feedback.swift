/// What somebody has to say of a dossier, of a procedure, of an agency, or in general (Điều 9.4, 17.5).
package struct Feedback: Sendable, Codable, Equatable {
    /// The id of the message that brought it.
    package let message: String
    package let text: PersonalText
    package var dossier: DossierCode?
    package var procedure: String?
    /// The agency that answers the dossier or the procedure, or the agency that wrote.
    package var agency: AgencyCode?
    /// The account of a citizen who was logged in.
    package var account: PersonalText?

    package init(message: String, text: PersonalText) {
        self.message = message
        self.text = text
    }
}
