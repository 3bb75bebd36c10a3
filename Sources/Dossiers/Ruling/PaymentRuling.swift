/// What a payment does to its dossier (Điều 7.1b, 7.2b).
enum PaymentRuling {
    /// Only the whole fee, once, counts; anything else is answered and left to a person.
    static func rule(
        _ payment: PaymentReceipt, dossier: Dossier, procedure: Procedure, calendar: WorkingCalendar, now: Moment
    ) -> Result<[Event], RejectionReason> {
        guard let fee = procedure.fee else { return .failure(.noFeeDue) }
        guard dossier.payments.isEmpty else { return .failure(.paidAlready) }
        guard payment.amount == fee.amount else { return .failure(.wrongAmount) }
        guard dossier.findings.contains(where: { $0.code == .fee }) else { return .success([.paid(payment)]) }

        let findings = dossier.findings.filter { $0.code != .fee }
        let examination = Examination(papers: dossier.papers, findings: findings, signatures: dossier.signatures)
        return .success([
            .paid(payment), .examined(examination),
            Standing.event(findings: findings, procedure: procedure, calendar: calendar, now: now),
        ])
    }
}
