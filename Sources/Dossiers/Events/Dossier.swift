package import Signatures

/// What a citizen submitted for one procedure, from receipt to result (hồ sơ): the fold of its events.
///
/// How each event changes it stands in `Dossier+Events.swift`.
package struct Dossier: Sendable, Codable, Equatable {
    package let code: DossierCode
    package let receipt: Receipt
    package let receivedAt: Moment
    package internal(set) var state: DossierState
    /// When the state began.
    package internal(set) var since: Moment
    /// When it came to stand where it stands behind a person's hold, or without one.
    package internal(set) var standingSince: Moment
    package internal(set) var findings: [Finding] = []
    /// What counts now: a supplement's papers stand in the place of those that they replace.
    package internal(set) var papers: [ExaminedPaper] = []
    /// What counted once and was replaced since: it stays with the dossier as it came.
    package internal(set) var formerPapers: [ExaminedPaper] = []
    package internal(set) var signatures: [SignatureReport] = []
    /// Of the forms of the submission and of its supplements, each by the claim that brought it; no other form is looked at.
    var signaturesByClaim: [String: [SignatureReport]] = [:]
    /// What the office scanned without a form, as it came; it lies among `papers`, and is not what the citizen answers for.
    package internal(set) var scans: [ExaminedPaper] = []

    /// The agency that leads (cơ quan đầu mối, Điều 8.1b): that of the receipt until a person puts another in its place.
    package internal(set) var agency: AgencyCode
    /// Those that led until another did, in the order in which they first were relieved; the one that leads is among them where it
    /// did before.
    package internal(set) var formerAgencies: [AgencyCode] = []
    /// Nil until it was complete, and for a ministry's own procedure.
    package internal(set) var deadlines: Deadlines?
    /// In the order in which they began; only the last can still last.
    package internal(set) var pauses: [Pause] = []
    /// A line for each agency that got it, the lead agency's first; after a new routing one more.
    package internal(set) var holdings: [Holding] = []
    /// Whether it is a ministry's own, handed on unjudged and counted apart (Điều 2.2).
    package internal(set) var isCentral = false

    package internal(set) var payments: [PaymentReceipt] = []
    /// The claim that brought the last of them.
    var paymentClaim: String?
    /// The accounts that its letters gave for its fee, each once, in their order.
    package internal(set) var namedAccounts: [NamedAccount] = []
    /// What came as a payment and took no effect, each by its reference, as the last message about it says.
    var withoutEffect: [PaymentReceipt] = []
    package internal(set) var postalCopies: [PostalCopyReceipt] = []
    /// Of these the certified copies of papers that are still to come online.
    package internal(set) var copiesAside: [ExaminedPaper] = []
    package internal(set) var supplements: [SupplementReceipt] = []
    package internal(set) var supplementRequests: [SupplementRequest] = []
    package internal(set) var apology: Apology?
    package internal(set) var `extension`: Extension?
    /// When that was given.
    package internal(set) var extendedAt: Moment?
    /// Whether the dossier is measured by its date.
    var isPutOff = false
    /// The last time that a changed calendar moved its dates.
    package internal(set) var recount: Recount?
    package internal(set) var results: [ResultReceipt] = []
    /// Whether the lead agency's result came behind a person's hold, so that its citizen hears of it with the release.
    package internal(set) var hasHeldResult = false
    /// The claim that brought the lead agency's result.
    package internal(set) var resultClaim: String?
    package internal(set) var agencyRefusal: AgencyRefusal?
    /// The claim that brought the agency's refusal.
    var refusalClaim: String?
    /// The order to give money back that the refusal brought with it; what persons order is none of its own.
    package internal(set) var refusalRefund: RefundOrder?
    package internal(set) var withdrawal: Withdrawal?
    package internal(set) var collection: Collection?
    /// The claim with which its result was handed over.
    var collectionClaim: String?
    package internal(set) var refunds: [RefundOrder] = []
    package internal(set) var violation: PersonalAct?
    /// Of the last day on which anything came from another account; nil where nothing did.
    package internal(set) var strangers: Strangers?
    /// The agency that led when a person held it last, or since then when a letter asked its citizen for something; nil where nobody
    /// held it.
    package internal(set) var agencyWhenHeld: AgencyCode?
    /// A person's hold; nil without one.
    package internal(set) var hold: PersonalAct?

    /// When the lead agency's result came back («đã xử lý xong», national state 9): by this it is on time or late.
    package internal(set) var resolvedAt: Moment?
    /// When it took its last state: returned, refused or withdrawn.
    package internal(set) var closedAt: Moment?

    /// The claims that brought something for it, the first the submission.
    package internal(set) var claims: [String]
    /// The highest number of a delivery that an agency got while it led, whichever it was.
    package internal(set) var deliveries = 0
    /// The state behind a person's hold, to which a release goes back.
    var stateBehindHold: DossierState?

    /// Begins with the event that gave the code.
    package init(code: DossierCode, receipt: Receipt, at: Moment, claim: String) {
        self.code = code
        self.receipt = receipt
        receivedAt = at
        since = at
        standingSince = at
        agency = receipt.agency
        claims = [claim]
        state = .held
    }
}

extension Dossier {
    package var agencies: [AgencyCode] { [agency] + receipt.coAgencies.filter { $0 != agency } }

    /// When the lead agency first had it; nil where it said nothing yet.
    package var acknowledgedAt: Moment? { leadHolding?.acknowledgedAt }

    /// When the agency that the hand-over is counted for had it; nil where it said nothing yet.
    ///
    /// A ledger of before gives no time of its own to an agency that got it later: there the first word of any of them counts.
    package var handedOverAt: Moment? {
        guard deadlines?.handOverFrom == nil else { return acknowledgedAt }
        return holdings.first { !receipt.coAgencies.contains($0.agency) && $0.acknowledgedAt != nil }?.acknowledgedAt
            ?? acknowledgedAt
    }

    /// The components that forms filled in so far.
    package var forms: [String] {
        supplements.flatMap(\.forms).reduce(into: receipt.forms) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whether an agency takes part beside the one that leads, and has not given its part.
    func owesPart(_ by: AgencyCode) -> Bool { by != agency && receipt.coAgencies.contains(by) && !hasAnswered(by) }

    /// Whether an agency's result is there: the whole of the one that leads, of any other its part.
    func hasAnswered(_ by: AgencyCode) -> Bool {
        by == agency ? resolvedAt != nil : holdings.contains { $0.agency == by && $0.isAnswered }
    }

    /// The lead agency's, since the last routing.
    package var leadHolding: Holding? { holdings.last { $0.agency == agency } }

    /// The agency that led before the last routing; nil where none did.
    package var agencyBefore: AgencyCode? {
        let last = leadHolding.flatMap { lead in holdings.last { $0.agency != agency && $0.to == lead.from } }
        return last?.agency ?? formerAgencies.last { $0 != agency }
    }

    /// The payment that its result was kept for and came out with; nil where it was acknowledged before.
    package var releasingPayment: PaymentReceipt? {
        collectionClaim != nil && collectionClaim == paymentClaim ? payments.last : nil
    }

    /// The result of the agency that leads, as the citizen gets it.
    package var leadResult: ResultReceipt? { results.last { $0.by == agency } }

    /// Whether a paper of it is a lone scan of the office's.
    func isScan(_ examined: ExaminedPaper) -> Bool {
        scans.contains { $0.component == examined.component && $0.paper == examined.paper }
    }

    /// Every paper that came for it, those that count first.
    package var allPapers: [ExaminedPaper] {
        papers + formerPapers + postalCopies.flatMap(\.papers) + results.flatMap(\.papers)
    }

    /// Whether its agencies have it.
    package var isHandedOver: Bool { !holdings.isEmpty }

    package var isPaused: Bool { pauses.last.map { $0.to == nil } ?? false }

    /// Where it stands while its agencies have it: the first word of the one that leads moves it on.
    var stateWithAgencies: DossierState { acknowledgedAt == nil ? .accepted : .processing }

    /// Whether it takes no more effects.
    package var isClosed: Bool { closedAt != nil }

    /// Where it stands behind a person's hold, or where it is without one.
    package var standing: DossierState { stateBehindHold ?? state }

    /// Whether nothing that is wrong with it, but a person's order, keeps it.
    package var isHeldByOrderAlone: Bool { hold != nil && Standing.waitingState(findings: findings) == nil }

    /// Whether there is something that its citizen was asked for and has not done, also where a person looks at what came.
    package var asksCitizen: Bool {
        (standing.waitsForCitizen || isPaused) && findings.contains { $0.severity.waitsForCitizen }
    }

    /// Whether a fee that is due with the result is still to be paid; below level 4, where nothing can be paid with what comes
    /// online (Điều 7.1b), also one that is due with the submission.
    package func owesFeeWithResult(_ procedure: Procedure) -> Bool {
        let isDue = procedure.fee?.due == .result || (receipt.level < 4 && !isCentral)
        guard let fee = procedure.fee, isDue, fee.amount > 0 else { return false }
        return !isPaid
    }

    /// Where the result is handed over: below level 4 always at the counter (Điều 8.2a).
    package var resultRoute: ResultDelivery { receipt.level < 4 ? .counter : receipt.resultDelivery }

    /// The state that national portals know it by (`TrangThaiHoSo`, 1 to 10): what an agency gave up is stopped (8), what
    /// was never taken in is not received (3), and no person's decision hides that it was.
    package var nationalState: Int {
        guard agencyRefusal.map({ $0.order == nil }) != true else { return 8 }
        guard standing == .held, deadlines != nil else { return standing.national }
        return (isPaused ? .awaitingSupplement : stateWithAgencies).national
    }
}
