package import Dossiers

/// The values of what happens after a dossier is complete.
extension NoticeValues {
    static func addLife(of dossier: Dossier, _ procedure: Procedure?, to values: inout TemplateValues) {
        if let deadlines = dossier.deadlines { values[.formerDate] = .text(VietnameseText.moment(deadlines.result)) }
        if let recount = dossier.recount {
            values[.former] = .text(VietnameseText.moment(recount.former))
        }
        if let granted = dossier.extension {
            values[.reason] = .text(granted.reason)
            values[.approvedBy] = .text(granted.approvedBy)
            values[.newDate] = .text(VietnameseText.moment(dossier.due ?? granted.newDate))
            values[.extended] = .yes
        } else if let draft = dossier.apology {
            values[.reason] = .text(draft.reason)
            values[.newDate] = .text(VietnameseText.moment(draft.newDate))
        }
        if let refusal = dossier.agencyRefusal {
            values[.reasons] = .list(refusal.reasons.map { [.reason: .text($0)] })
            values[.approvedBy] = .text(refusal.approvedBy)
        }
        if dossier.withdrawal?.order != nil { values[.atOffice] = .yes }
        let route = dossier.collection?.route ?? dossier.resultRoute
        switch route {
        case .online where dossier.collection != nil: values[.online] = .yes
        case .online where procedure.map(dossier.owesFeeWithResult) == true: values[.unpaid] = .yes
        // An account that no folder can be named after gets its result at the counter.
        case .online: if dossier.resolvedAt != nil { values[.counter] = .yes }
        case .counter:
            values[.counter] = .yes
            if dossier.receipt.level == 3 { values[.bring] = .yes }
        case .post: values[.post] = .yes
        }
        if dossier.collection?.route == .online, let payment = dossier.releasingPayment {
            values[.justPaid] = .text(VietnameseText.money(payment.amount))
        }
        if let tracking = dossier.collection?.trackingNumber { values[.tracking] = .text(tracking) }
        if dossier.agency != dossier.receipt.agency { values[.rerouted] = .yes }
        if dossier.receipt.submitter.account != nil { values[.hasAccount] = .yes }
        if dossier.refundable > 0 { values[.notRefunded] = .text(VietnameseText.money(dossier.refundable)) }
        addWaiting(of: dossier, procedure, to: &values)
    }

    /// What its citizen has to do before it goes on, and whether anybody else has it meanwhile.
    private static func addWaiting(of dossier: Dossier, _ procedure: Procedure?, to values: inout TemplateValues) {
        if dossier.isHandedOver { values[.handedOver] = .yes }
        if dossier.isPaused { values[.paused] = .yes }
        // A person keeps what came, or, where all that was asked for has come, the whole.
        if dossier.standing == .held
            || (dossier.standing.waitsForCitizen && dossier.hold != nil && !dossier.asksCitizen)
        {
            values[.withOffice] = .yes
        }
        guard dossier.asksCitizen else { return }
        values[.waits] = .yes
        let open = dossier.findings.filter { $0.severity.waitsForCitizen }
        values[.awaited] = .list(
            open.map { [.wait: .text(FindingText.vietnamese($0, of: dossier, procedure: procedure))] })
        let copied = Set(dossier.postalCopies.last?.papers.compactMap(\.component) ?? [])
        if open.contains(where: { $0.severity == .supplement && copied.contains($0.component ?? "") }) {
            values[.copyAside] = .yes
        }
    }

    static func addRefund(
        _ kind: NoticeKind, of dossier: Dossier, _ context: NoticeContext, to values: inout TemplateValues
    ) {
        guard let order = kind.refund(of: dossier) else { return }
        values[.refund] = .text(VietnameseText.money(order.amount))
        values[.basis] = .text(VietnameseText.basis(order.basis))
        values[.refundAgency] = .text(context.refunding ?? context.agency?.name ?? "")
        if kind == .refund {
            values[.reason] = .text(order.reason)
            if order.payment != nil { values[.uncounted] = .yes }
            if order.payment != nil, !dossier.isClosed, !dossier.isPaid, let fee = context.procedure?.fee,
                fee.amount > 0
            {
                values[.feeOwed] = .yes
            }
        }
    }

    static func addAnswer(
        to rejection: Rejection, _ dossier: Dossier?, _ procedure: Procedure?, to values: inout TemplateValues
    ) {
        let hasAccount = dossier?.receipt.submitter.account != nil
        values[.dossier] = .text(dossier?.code.description ?? "")
        values[.answer] = .text(RejectionText.vietnamese(rejection, procedure: procedure, hasAccount: hasAccount))
        // The id of a lone scan is made here, and says nothing to whoever did not scan it.
        values[.message] = .text(rejection.kind == "scan" ? "" : rejection.message)
        values[.next] = .text(RejectionText.next(rejection))
        values[.sent] = .text(RejectionText.sent(rejection))
    }
}

extension NoticeKind {
    /// The last order to give money back; a refusal's letter tells of the one that came with it, or of none.
    package func refund(of dossier: Dossier) -> RefundOrder? {
        self == .agencyRefusal || self == .refusal ? dossier.refusalRefund : dossier.refunds.last
    }
}
