package import Dossiers

/// All that a letter is made of.
package struct NoticeContext: Sendable {
    /// What the letter is about.
    package enum Subject: Sendable {
        case dossier(Dossier)
        case refusal(Refusal)
        /// A message that took no effect, and the dossier that it is for; nil where there is none.
        case answer(Rejection, Dossier?)
        /// What somebody who was logged in had to say, and to whom it is confirmed.
        case feedback(Feedback, Submitter)
        /// To staff: a stable word, what happened in English, as the log has it, and all of it in Vietnamese.
        case house(kind: String, effect: String, StaffText)
    }

    package let subject: Subject
    package let procedure: Procedure?
    package let agency: Agency?
    package let siteName: String
    package let siteCode: String
    package let from: MailAddress
    /// To whom letters to staff go.
    package let staff: MailAddress
    package let at: Moment
    /// The ledger's number of the event that is told.
    package let eventNumber: Int
    /// The agency above the one that answers; nil where the province is.
    package var parent: String?
    /// The agency that gives money back, where the letter tells of an order to: by its name, else its code.
    package var refunding: String?
    /// The agency that led before the last routing; nil where none did.
    package var formerAgency: String?
    /// The code that whoever is answered gave, where nothing else of its dossier is theirs to know.
    package var given: DossierCode?

    package init(
        subject: Subject, procedure: Procedure?, agency: Agency?, siteName: String, siteCode: String, from: MailAddress,
        staff: MailAddress, at: Moment, eventNumber: Int
    ) {
        self.subject = subject
        self.procedure = procedure
        self.agency = agency
        self.siteName = siteName
        self.siteCode = siteCode
        self.from = from
        self.staff = staff
        self.at = at
        self.eventNumber = eventNumber
    }

    /// A dossier's code, a submission's or a message's id, or the site's code.
    package var about: String {
        switch subject {
        case .dossier(let dossier): dossier.code.description
        case .answer(let rejection, let dossier): (dossier?.code ?? given)?.description ?? rejection.message
        case .refusal(let refusal): refusal.submission
        case .feedback(let feedback, _): feedback.message
        case .house: siteCode
        }
    }

    var dossier: Dossier? {
        switch subject {
        case .dossier(let dossier): dossier
        case .answer(_, let dossier): dossier
        case .refusal, .feedback, .house: nil
        }
    }

    /// The day whose wording holds: that of the dossier's receipt.
    var wordingDay: Day { dossier?.receivedAt.day ?? at.day }

    var submitter: Submitter? {
        switch subject {
        case .dossier(let dossier): dossier.receipt.submitter
        case .answer(_, let dossier): dossier?.receipt.submitter
        case .refusal(let refusal): refusal.submitter
        case .feedback(_, let submitter): submitter
        case .house: nil
        }
    }

    /// What whoever submitted can do about the findings: nothing is added to what was refused.
    var remedy: FindingRemedy { if case .refusal = subject { .anew } else { .supplement } }

    var findings: [Finding] {
        switch subject {
        case .dossier(let dossier): dossier.findings
        case .answer(_, let dossier): dossier?.findings ?? []
        case .refusal(let refusal): refusal.findings
        case .feedback, .house: []
        }
    }
}
