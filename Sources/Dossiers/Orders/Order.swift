/// What a person of the office asks for, with who and why; it comes from the command line, never from an inbox.
package struct Order: Sendable, Codable, Equatable {
    package enum Verb: String, Sendable, Codable, CaseIterable {
        /// Let nothing go on with a dossier until it is released.
        case hold
        /// Let a held dossier go on as its other findings say.
        case release
        /// Put a dossier's ZIPs into the outbox again, the same bytes.
        case resend
        /// Give a dossier to another agency.
        case reroute
        /// Take a dossier back for its citizen, who is at the counter.
        case withdraw
        /// Refuse a held dossier that was never handed over, by the word of the agency's leader.
        case refuse
        /// Mark a dossier as a suspected violation: kept with its evidence, out of the count (Điều 4.5).
        case markViolation = "mark-violation"
        case clearViolation = "clear-violation"
        /// Give money back beyond what the decree orders by itself, on the law that is named (Điều 8.2c).
        case refund
        /// The same of one payment that did not count. A verb of its own: a hoso of before, which holds the site until it is
        /// started again, reads no reference and would give back what counted; this it refuses.
        case refundPayment = "refund-payment"
        /// Put what lies in quarantine back into its inbox folder.
        case retry
        /// Put what lies in the unmatched tray to a dossier, as a paper of one of its components.
        case join
        /// Take an open incident in hand (Điều 9.2).
        case acknowledge
        /// Count the dates of open dossiers anew, since the calendar has changed.
        case recount
        /// Make up for every night that was not kept, or for the day that is named.
        case nightly
    }

    package var verb: Verb
    /// Nil for what concerns no single dossier.
    package var dossier: DossierCode?
    /// The name in quarantine, for `retry`; that in the unmatched tray, for `join`; the incident's kind, for `acknowledge`.
    package var item: String?
    /// The agency, for `reroute`.
    package var to: AgencyCode?
    /// For `join`.
    package var component: String?
    /// Nil for every day that is not done yet, for `nightly`.
    package var day: Day?
    /// In VND, for a refund.
    package private(set) var amount: Int?
    /// Of the payment that did not count which a refund gives back; nil where it gives back what counted.
    package private(set) var reference: String?
    /// The law that a refund rests on.
    package private(set) var basis: String?
    /// Who decided, for `refuse`.
    package var approvedBy: String?
    package let reason: String
    /// The name of a user of this machine.
    package let by: String

    package init(
        _ verb: Verb, dossier: DossierCode? = nil, item: String? = nil, to: AgencyCode? = nil, day: Day? = nil,
        reason: String, by: String
    ) {
        self.verb = verb
        self.dossier = dossier
        self.item = item
        self.to = to
        self.day = day
        self.reason = reason
        self.by = by
    }

    /// Makes it one to give money back.
    ///
    /// - Parameters:
    ///   - amount: in VND.
    ///   - reference: of a payment that did not count; nil for what counted.
    ///   - basis: the law that it rests on.
    package mutating func giveBack(_ amount: Int, of reference: String? = nil, basis: String) {
        verb = reference == nil ? .refund : .refundPayment
        self.amount = amount
        self.reference = reference
        self.basis = basis
    }

    /// What was made of it, in words for whoever gave it.
    package struct Answer: Sendable, Codable, Equatable {
        package let isDone: Bool
        package let text: String
        /// True where what the order is about is not there; nil otherwise, and from a hoso that did not say.
        package let isAboutNothing: Bool?

        package init(isDone: Bool, text: String) { self.init(isDone: isDone, text: text, isAboutNothing: nil) }

        /// Of an order about something that is not there.
        package init(nothing text: String) { self.init(isDone: false, text: text, isAboutNothing: true) }

        private init(isDone: Bool, text: String, isAboutNothing: Bool?) {
            self.isDone = isDone
            self.text = text
            self.isAboutNothing = isAboutNothing
        }
    }
}
