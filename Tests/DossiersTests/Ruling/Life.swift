import Bytes
import Dossiers
import Signatures
import Testing

/// A dossier on its way through messages, told by what became of it.
struct Life {
    private(set) var dossier: Dossier
    let procedure: Procedure
    var agency: Agency
    var formerAgencies: [Agency] = []
    var now: Moment
    /// What the site requires of signatures that come later.
    var policy = SignaturePolicy.present
    /// Of agencies that keep hours of their own.
    var hours: [AgencyCode: WorkingCalendar] = [:]
    /// Of agencies that end, the last day.
    var ends: [AgencyCode: Day] = [:]
    private var number = 0

    /// Takes a submission in.
    init(
        _ submissionCase: SubmissionCase, procedure: Procedure = Samples.procedure(), at: String = "2026-11-23T14:00"
    ) throws {
        now = Samples.moment(at)
        self.procedure = procedure
        agency = Agency(code: Samples.agency, name: "Sở Tư pháp", email: "stp@example.vn")
        agency.account = "3712.0.1056789"
        let ruled = SubmissionRuling.rule(
            ExaminedSubmission(submissionCase, content: Samples.digest(7), channel: "online"), known: nil,
            calendar: try Samples.calendar, now: now
        ) { _, _ in 1 }
        let code = try #require(ruled.dossier)
        guard case .received(let receipt) = ruled.events.first else { throw NotReceived() }
        dossier = Dossier(code: code, receipt: receipt, at: now, claim: "c0")
        apply(ruled.events)
    }

    struct NotReceived: Error {}

    /// A complete one, by default at level 4, with its result wanted online.
    static func complete(
        level: Int = 4, delivery: ResultDelivery = .online, procedure: Procedure = Samples.procedure(),
        at: String = "2026-11-23T14:00"
    ) throws -> Life {
        try Life(
            Samples.submissionCase(level: level, procedure: procedure, delivery: delivery), procedure: procedure,
            at: at)
    }

    /// One at level 4 whose procedure has two forms, and whose submitter has a number.
    static func ofTwoForms(
        _ signatures: [SignatureReport], forms: [String] = ["TK", "TK2"], level: Int = 4,
        policy: SignaturePolicy = .present
    ) throws -> Life {
        let one = Samples.procedure(fee: Procedure.Fee(amount: 200_000, due: .result))
        let second = Component(
            id: "TK2", kind: .form, title: "Tờ khai phụ", types: [], required: false, original: false)
        let procedure = Procedure(
            code: one.code, name: one.name, sector: one.sector, level: 4, agency: one.agency, time: one.time,
            fee: one.fee, components: one.components + [second], result: one.result)
        let plain = Samples.submissionCase(level: level, signatures: signatures, forms: forms)
        var submitter = plain.submission.submitter
        submitter.idNumber = "062090001234"
        let submission = Submission(
            id: "s-1", procedure: plain.submission.procedure, level: level, submitter: submitter,
            submittedAt: plain.submission.submittedAt, resultDelivery: .online, forms: forms,
            attachments: plain.submission.attachments, signatures: signatures)
        var life = try Life(
            SubmissionCase(
                submission: submission, attachments: plain.attachments, unlisted: [], procedure: procedure,
                accountIsRegistered: true, policy: policy, now: plain.now), procedure: procedure)
        life.policy = policy
        return life
    }

    var matter: Matter {
        get throws {
            var matter = Matter(
                dossier: dossier, procedure: procedure, agency: agency, calendar: try Samples.calendar,
                handOverCalendar: hours[dossier.handOverBy], policy: policy, now: now)
            matter.formerAgencies = formerAgencies
            return matter
        }
    }

    /// A message comes, now or later; why it takes no effect, nil where it takes one.
    @discardableResult
    mutating func comes(
        _ content: FollowUp.Content, by channel: String = "agencies/\(Samples.agency)", at: String? = nil,
        attachments: [SubmissionCase.Attachment] = [], ticked: [String: Set<String>] = [:],
        signatures: [SignatureReport] = []
    ) throws -> RejectionReason? {
        if let at { now = Samples.moment(at) }
        var followUp = FollowUp(id: "m-\(number)", dossier: dossier.code, at: nil, content: content)
        followUp.ticked = ticked
        let ruled = try #require(
            FollowUpRuling.rule(
                FollowUpCase(
                    followUp: followUp, attachments: attachments, signatures: signatures, channel: channel,
                    claim: "c\(number)"), dossier, try matter))
        last = ruled.events
        apply(ruled.events)
        guard let rejection = ruled.events.first?.rejection else { return nil }
        detail = rejection.detail
        return RejectionReason(rawValue: rejection.reason)
    }

    /// A person of the office gives an order; whether it was carried out.
    @discardableResult
    mutating func order(
        _ verb: Order.Verb, to: AgencyCode? = nil, amount: Int? = nil, reference: String? = nil,
        basis: String? = nil, approvedBy: String? = nil, reason: String = "xem lại", at: String? = nil
    ) throws -> Bool {
        if let at { now = Samples.moment(at) }
        var order = Order(verb, dossier: dossier.code, to: to, reason: reason, by: "hoa")
        order.approvedBy = approvedBy
        if let amount { order.giveBack(amount, of: reference, basis: basis ?? "") }
        let calendar = try Samples.calendar
        let agencies = [Samples.agency, Samples.coAgency, Samples.code("000.00.31.H34")]
            .reduce(into: [AgencyCode: (agency: Agency, hours: WorkingCalendar)]()) { known, code in
                var agency = Agency(code: code, name: "\(code)", email: "x@example.vn")
                agency.until = ends[code]
                known[code] = (agency: agency, hours: hours[code] ?? calendar)
            }
        guard case .events(let events) = OrderRuling.rule(order, try matter, agencies: agencies) else { return false }
        last = events
        apply(events)
        return true
    }

    private(set) var last: [Event] = []
    private(set) var detail: String?

    /// Enters what one claim came to; that of the submission is `c0`.
    mutating func apply(_ events: [Event]) {
        let claim = "c\(number)"
        for event in events {
            number += 1
            dossier.apply(Entry(number: number, at: now, claim: claim, dossier: dossier.code, event: event))
        }
    }

    @discardableResult
    mutating func result(by agency: AgencyCode = Samples.agency, at: String? = nil) throws -> RejectionReason? {
        try comes(
            .result(approvedBy: "Lân", attachments: [Samples.declared("KQ", 9)]), by: "agencies/\(agency)", at: at,
            attachments: [Samples.attachment("KQ", 9)])
    }

    @discardableResult
    mutating func payment(
        _ amount: Int = 200_000, channel: String = "online", reference: String = "GD1", payee: String? = nil
    ) throws -> RejectionReason? {
        try comes(
            .payment(amount: amount, paidAt: now, channel: channel, reference: reference, payee: payee),
            by: "payments")
    }

    @discardableResult
    mutating func supplement(
        _ attachments: [SubmissionCase.Attachment], account: PersonalText? = "0900123456", forms: [String] = [],
        signatures: [SignatureReport] = [Samples.signature()], at: String? = nil,
        ticked: [String: Set<String>] = [:]
    ) throws -> RejectionReason? {
        try comes(
            .supplement(
                account: account, forms: forms, attachments: attachments.map(\.declared), signatures: signatures),
            by: "online", at: at, attachments: attachments, ticked: ticked)
    }
}

extension FollowUp.Content {
    static func request(_ components: [String] = ["CCCD"], reasons: [String] = ["Ảnh bị mờ."], by: String = "Hoa")
        -> Self
    {
        .supplementRequest(reasons: reasons, components: components, approvedBy: by)
    }

    static func handover(_ fill: (inout FollowUp.Handover) -> Void) -> Self {
        var handover = FollowUp.Handover()
        fill(&handover)
        return .collection(handover)
    }
}
