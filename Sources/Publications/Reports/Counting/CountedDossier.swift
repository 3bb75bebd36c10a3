package import Dossiers
package import Signatures

/// A dossier as reports count it: codes, times and stable words, nothing of the person behind it.
///
/// It is the fold of one dossier's events up to a moment, so that ledgers can be counted in parts and joined.
package struct CountedDossier: Sendable, Codable, Equatable {
    /// How a dossier came to its end.
    package enum Ending: String, Sendable, Codable {
        /// The result is there, whether or not it was fetched.
        case resolved
        /// Sent back by the office or the agency (trả lại, từ chối).
        case refused
        /// At the citizen's wish (xin rút).
        case withdrawn
    }

    /// A time in which the lead agency waited for somebody, ended or not.
    package struct Spell: Sendable, Codable, Equatable {
        package enum Cause: String, Sendable, Codable { case supplement, payment, coAgency }

        package let cause: Cause
        /// Who held it, where it was a co-agency.
        package var agency: AgencyCode?
        package let from: Moment
        package var to: Moment?

        package init(_ cause: Cause, agency: AgencyCode? = nil, from: Moment, to: Moment? = nil) {
            self.cause = cause
            self.agency = agency
            self.from = from
            self.to = to
        }
    }

    /// The new appointment of an extension (Điều 15.1).
    package struct NewDate: Sendable, Codable, Equatable {
        /// When it was given.
        package let at: Moment
        /// As pauses have moved it since.
        package var date: Moment

        package init(at: Moment, date: Moment) {
            self.at = at
            self.date = date
        }
    }

    /// The hand-over of an agency that led until another got the dossier (Điều 14.4).
    package struct HandOver: Sendable, Codable, Equatable {
        package let agency: AgencyCode
        /// When it had to be done, from when the clocks started or the agency got it.
        package let from: Moment
        package let due: Moment
        /// The national rule beside it.
        package let sameDayDue: Moment?
        /// When the agency said that it has it; nil where it never did.
        package let doneAt: Moment?
        /// Up to when its time ran: until it was done, the clock came to stand, or another agency got the dossier.
        package let end: Moment
        /// When that was.
        package let givenAt: Moment

        package var isLate: Bool { due < end }
    }

    package let code: DossierCode
    package let procedure: String
    /// The procedure's version that holds for it; nil for the first.
    package let version: Day?
    package let level: Int
    /// The one that leads now.
    package var agency: AgencyCode
    package let coAgencies: [AgencyCode]
    /// The inbox folder that it came by.
    package let channel: String
    package let receivedAt: Moment
    /// When it left the first look (state 1, «mới đăng ký»): from then on national tables count it.
    package var countedFrom: Moment?
    package var state: DossierState
    /// When both clocks started for the first time.
    package var completedAt: Moment?
    /// Half a working day later, or after the agency that leads got it from another (Điều 14.4).
    package var handOverDue: Moment?
    /// The national rule beside it; nil where it did not hold yet.
    package var sameDayDue: Moment?
    /// The day from which the calendar version holds that counted; nil for the first.
    package var calendar: Day?
    /// By what it is in time or late: the appointment, as pauses and an extension have moved it; where that was over before the
    /// extension came, the one of before, since what was late stays so (Điều 8.1a).
    package var due: Moment?
    /// Nil without an extension.
    package var newDate: NewDate?
    /// When the published time is over, as pauses have moved it, where that is another moment than `due`; nil where it is the same.
    package var published: Moment?
    package var provisional = false
    /// Those of agencies that led before, in their order; nil where the first one still leads.
    package var formerHandOvers: [HandOver]?
    /// When that agency said that it has it.
    package var handedOverAt: Moment?
    package var finishedAt: Moment?
    package var ending: Ending?
    package var returnedAt: Moment?
    /// Whether no clock of the agency's runs, since it waits for the citizen.
    package var isPaused = false
    /// A ministry's own, counted apart (Điều 2.2).
    package var isCentral = false
    /// Marked as a suspected violation, out of the count (Điều 4.5).
    package var isSuspect = false
    /// The pauses since it was complete, and the times for which co-agencies had it.
    package var spells: [Spell] = []
    /// The stable codes of the first examination and of the one after it; nil where there was none.
    package var firstFindings: [String]?
    package var secondFindings: [String]?
    /// What the form's signatures were worth when they were first looked at.
    package var signature: SignatureWorth = .absent

    package init(code: DossierCode, receipt: Receipt, at: Moment) {
        self.init(
            code: code, procedure: receipt.procedure, version: receipt.version, level: receipt.level,
            agency: receipt.agency, coAgencies: receipt.coAgencies, channel: receipt.channel, receivedAt: at)
    }

    /// Whether another agency led before, or had it without being a co-agency.
    var isHandedOn: Bool {
        formerHandOvers != nil || spells.contains { $0.agency.map { !coAgencies.contains($0) } ?? false }
    }

    init(
        code: DossierCode, procedure: String, version: Day?, level: Int, agency: AgencyCode, coAgencies: [AgencyCode],
        channel: String, receivedAt: Moment
    ) {
        self.code = code
        self.procedure = procedure
        self.version = version
        self.level = level
        self.agency = agency
        self.coAgencies = coAgencies
        self.channel = channel
        self.receivedAt = receivedAt
        state = .held
    }
}
