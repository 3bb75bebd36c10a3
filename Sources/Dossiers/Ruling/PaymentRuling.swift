/// What a payment does to its dossier (Điều 7.1b, 7.2b).
enum PaymentRuling {
    /// Only the whole fee, once, by a route of the dossier's level, counts; anything else is answered and left to a person.
    ///
    /// - Parameter payee: the account that was paid to, where the payment says.
    static func judge(_ payment: PaymentReceipt, payee: String?, _ matter: Matter) -> Judgement {
        let dossier = matter.dossier
        guard !dossier.wentBack(payment.reference) else { return .without(.refundedAlready) }
        guard let fee = matter.procedure.fee, fee.amount > 0 else { return .without(.noFeeDue) }
        guard !dossier.isPaid else { return .without(.paidAlready) }
        let atCounter = payment.channel == "counter"
        guard dossier.receipt.level != 3 || atCounter else { return .without(.wrongRoute, payment.channel) }
        var isToFormer = false
        if let payee, !atCounter, !isPublished(payee, by: matter.agency) {
            // Letters of before a reroute named the account of the agency that led then.
            isToFormer = matter.formerAgencies.contains { isPublished(payee, by: $0) }
            guard isToFormer else { return .without(.wrongPayee, matter.agency?.account) }
        }
        guard payment.amount == fee.amount else { return .without(.wrongAmount, String(fee.amount)) }

        var events: [Event] = [.paid(payment)]
        if dossier.receipt.level == 4, atCounter { events.append(.remarked(.paidAtCounter)) }
        if isToFormer { events.append(.remarked(.paidToFormerAgency)) }
        if dossier.findings.contains(where: { $0.code == .fee }) {
            let findings = dossier.findings.filter { $0.code != .fee }
            events.append(matter.examination(findings))
            // What it waited for beside the fee it waits for still, and the letter about the payment says so.
            if Standing.waitingState(findings: findings) != dossier.standing { events += matter.standing(findings) }
        }
        if dossier.resolvedAt != nil { events += ResultRuling.release(dossier, isPaid: true, at: matter.now) }
        return .effect(events)
    }

    private static func isPublished(_ payee: String, by agency: Agency?) -> Bool {
        agency?.account.map { digits($0) == digits(payee) } ?? false
    }

    /// Account numbers are written with and without blanks and points.
    private static func digits(_ account: String) -> String {
        account.filter { $0.isLetter || $0.isNumber }.uppercased()
    }
}
