import Dossiers

/// What an order came to, in words for whoever gave it.
struct OrderOutcome: CustomStringConvertible {
    let order: Order
    /// As the order left it.
    let dossier: Dossier
    /// What leaves because of it.
    let outputs: [PlannedOutput]

    var description: String { "\(dossier.code) \(what)" }

    private var what: String {
        let state = dossier.state.rawValue
        switch order.verb {
        case .markViolation: return "is marked as a suspected violation, and \(state) as before"
        case .clearViolation: return "is no longer marked as a suspected violation, and \(state) as before"
        case .refund, .refundPayment: return "is \(state) as before; \(refund ?? "nothing leaves")"
        case .refuse: return "is \(state) now" + (refund.map { "; \($0)" } ?? "")
        case .withdraw where dossier.refundable > 0:
            return "is \(state) now; the \(dossier.refundable) VND that were paid go back by hoso refund alone"
        case .release where dossier.state == .held: return "is held still: \(whyHeld)"
        default: return "is \(state) now"
        }
    }

    /// The order to pay, and where it lies.
    private var refund: String? {
        guard let amount = dossier.refunds.last?.amount, let file = outputs.first(where: { $0.kind == .refund }) else {
            return nil
        }
        return "\(amount) VND are ordered back by Outbox/\(file.path)"
    }

    private var whyHeld: String {
        let holding = dossier.findings.filter { $0.severity == .hold }
        return holding.isEmpty
            ? "the calendar gives it no date"
            : "\(FindingCodes.list(holding)) holds it too; a second release lets it go on in spite of that"
    }
}
