package import Signatures

/// What a citizen submitted for one procedure, from receipt to result (hồ sơ): the fold of its events.
package struct Dossier: Sendable, Equatable {
    package let code: DossierCode
    package let receipt: Receipt
    package let receivedAt: Moment
    package private(set) var state: DossierState
    package private(set) var findings: [Finding] = []
    package private(set) var papers: [ExaminedPaper] = []
    package private(set) var signatures: [SignatureReport] = []
    /// Nil until it was complete.
    package private(set) var deadlines: Deadlines?
    package private(set) var payments: [PaymentReceipt] = []
    package private(set) var postalCopies: [PostalCopyReceipt] = []
    package private(set) var acknowledgedAt: Moment?
    /// The claims that brought something for it, the first the submission.
    package private(set) var claims: [String]
    /// How many ZIPs went to its agency.
    package private(set) var deliveries = 0

    /// Begins with the event that gave the code.
    package init(code: DossierCode, receipt: Receipt, at: Moment, claim: String) {
        self.code = code
        self.receipt = receipt
        receivedAt = at
        claims = [claim]
        state = .held
    }

    /// Takes in the next event that concerns this dossier.
    package mutating func apply(_ entry: Entry) {
        if entry.event.bringsPapers, claims.last != entry.claim { claims.append(entry.claim) }
        switch entry.event {
        case .examined(let examination):
            findings = examination.findings
            papers = examination.papers
            signatures = examination.signatures
        case .waiting(let waiting):
            state = waiting
        case .completed(let due):
            deadlines = due
            state = .accepted
        case .paid(let payment):
            payments.append(payment)
        case .postalCopyReceived(let copy):
            postalCopies.append(copy)
        case .scanReceived(let component, let paper, _):
            papers.append(ExaminedPaper(component: component, paper: paper))
        case .acknowledged(let agency, _):
            guard agency == receipt.agency else { return }
            if acknowledgedAt == nil { acknowledgedAt = entry.at }
            if state == .accepted { state = .processing }
        case .published(let output):
            if output.kind == .dossier, output.path.hasPrefix("agencies/\(receipt.agency)/") { deliveries += 1 }
        case .received, .refused, .repeated, .rejected, .quarantined, .unmatched, .incident, .nightlyDone:
            break
        }
    }
}

extension Event {
    /// Whether the claim behind the event holds files that belong to the dossier.
    fileprivate var bringsPapers: Bool {
        switch self {
        case .received, .paid, .postalCopyReceived, .scanReceived: true
        default: false
        }
    }
}
