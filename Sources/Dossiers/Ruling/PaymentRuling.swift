/// What a payment does to its dossier (Điều 7.1b, 7.2b).
enum PaymentRuling {
    /// Only the whole fee, once, by a route of the dossier's level, counts; anything else is answered and left to a person.
    ///
    /// - Parameters:
    ///   - payment: with the agency whose account it went to; nil there is an account that is none of this dossier's.
    ///   - payee: the account that was paid to, where the payment says.
    static func judge(_ payment: PaymentReceipt, payee: String?, _ matter: Matter) -> Judgement {
        let dossier = matter.dossier
        guard !dossier.wentBack(payment.reference) else { return .without(.refundedAlready) }
        guard let fee = matter.procedure.fee, fee.amount > 0 else { return .without(.noFeeDue) }
        guard !dossier.isPaid else { return .without(.paidAlready) }
        let atCounter = payment.channel == "counter"
        guard dossier.receipt.level != 3 || atCounter else { return .without(.wrongRoute, payment.channel) }
        guard let agency = payment.agency else { return .without(.wrongPayee, matter.agency?.account) }
        guard payment.amount == fee.amount else { return .without(.wrongAmount, String(fee.amount)) }

        var events: [Event] = [.paid(payment)]
        if dossier.receipt.level == 4, atCounter { events.append(.remarked(.paidAtCounter)) }
        if agency != dossier.agency {
            events.append(.remarked(.paidToFormerAgency))
        } else if let payee, !atCounter, !isPublished(payee, by: matter.agency) {
            events.append(.remarked(.paidToFormerAccount))
        }
        if dossier.findings.contains(where: { $0.code == .fee }) {
            let findings = dossier.findings.filter { $0.code != .fee }
            events.append(matter.examination(findings))
            // What it waited for beside the fee it waits for still, and the letter about the payment says so.
            if Standing.waitingState(findings: findings) != dossier.standing { events += matter.standing(findings) }
        }
        if dossier.resolvedAt != nil { events += ResultRuling.release(dossier, isPaid: true, at: matter.now) }
        return .effect(events)
    }

    /// Whose account a payment went to: the published one of the agency that leads, one that a letter gave, or, where ledgers of
    /// before do not say what letters gave, the published one of an agency that led before.
    ///
    /// - Returns: the agency that leads where nothing is said of an account; nil where the account is none of these.
    static func receiver(of payment: PaymentReceipt, payee: String?, _ matter: Matter) -> AgencyCode? {
        guard let payee, payment.channel != "counter", !isPublished(payee, by: matter.agency) else {
            return matter.dossier.agency
        }
        return matter.dossier.namedAccounts.last { NamedAccount.isSame($0.account, as: payee) }?.agency
            ?? matter.formerAgencies.first { isPublished(payee, by: $0) }?.code
    }

    private static func isPublished(_ payee: String, by agency: Agency?) -> Bool {
        agency?.account.map { NamedAccount.isSame($0, as: payee) } ?? false
    }
}
