package import Dossiers

/// The values of what happens after a dossier is complete.
extension NoticeValues {
    static let lifeNames: Set<String> = [
        "reasons", "reason", "approvedBy", "newDate", "formerDate", "former", "refund", "basis", "tracking", "answer",
        "message",
        "sent", "online", "counter", "post", "unpaid", "bring", "handedOver", "paused", "waits", "awaited", "wait",
        "copyAside", "hasAccount", "notRefunded", "uncounted", "rerouted", "overdue", "extended",
        "withOffice", "feeOwed", "next", "atOffice", "refundAgency", "resolved", "missed", "formerAgency", "justPaid",
        "decided",
    ]

    static func life(of dossier: Dossier, _ procedure: Procedure?) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = [:]
        if let deadlines = dossier.deadlines { values["formerDate"] = .text(VietnameseText.moment(deadlines.result)) }
        if let recount = dossier.recount {
            values["former"] = .text(VietnameseText.moment(recount.former))
        }
        if let granted = dossier.extension {
            values["reason"] = .text(granted.reason)
            values["approvedBy"] = .text(granted.approvedBy)
            values["newDate"] = .text(VietnameseText.moment(dossier.due ?? granted.newDate))
            values["extended"] = .text("có")
        } else if let draft = dossier.apology {
            values["reason"] = .text(draft.reason)
            values["newDate"] = .text(VietnameseText.moment(draft.newDate))
        }
        if let refusal = dossier.agencyRefusal {
            values["reasons"] = .list(refusal.reasons.map { ["reason": .text($0)] })
            values["approvedBy"] = .text(refusal.approvedBy)
        }
        if dossier.withdrawal?.order != nil { values["atOffice"] = .text("có") }
        let route = dossier.collection?.route ?? dossier.resultRoute
        switch route {
        case .online where dossier.collection != nil: values["online"] = .text("có")
        case .online where procedure.map(dossier.owesFeeWithResult) == true: values["unpaid"] = .text("có")
        // An account that no folder can be named after gets its result at the counter.
        case .online: if dossier.resolvedAt != nil { values["counter"] = .text("có") }
        case .counter:
            values["counter"] = .text("có")
            if dossier.receipt.level == 3 { values["bring"] = .text("có") }
        case .post: values["post"] = .text("có")
        }
        if dossier.collection?.route == .online, let payment = dossier.releasingPayment {
            values["justPaid"] = .text(VietnameseText.money(payment.amount))
        }
        if let tracking = dossier.collection?.trackingNumber { values["tracking"] = .text(tracking) }
        if dossier.agency != dossier.receipt.agency { values["rerouted"] = .text("có") }
        if dossier.receipt.submitter.account != nil { values["hasAccount"] = .text("có") }
        if dossier.refundable > 0 { values["notRefunded"] = .text(VietnameseText.money(dossier.refundable)) }
        return values.merging(waiting(of: dossier, procedure)) { $1 }
    }

    /// What its citizen has to do before it goes on, and whether anybody else has it meanwhile.
    private static func waiting(of dossier: Dossier, _ procedure: Procedure?) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = [:]
        if dossier.isHandedOver { values["handedOver"] = .text("có") }
        if dossier.isPaused { values["paused"] = .text("có") }
        // A person keeps what came, or, where all that was asked for has come, the whole.
        if dossier.standing == .held
            || (dossier.standing.waitsForCitizen && dossier.hold != nil && !dossier.asksCitizen)
        {
            values["withOffice"] = .text("có")
        }
        guard dossier.asksCitizen else { return values }
        values["waits"] = .text("có")
        let open = dossier.findings.filter { $0.severity.waitsForCitizen }
        values["awaited"] = .list(
            open.map { ["wait": .text(FindingText.vietnamese($0, of: dossier, procedure: procedure))] })
        let copied = Set(dossier.postalCopies.last?.papers.compactMap(\.component) ?? [])
        if open.contains(where: { $0.severity == .supplement && copied.contains($0.component ?? "") }) {
            values["copyAside"] = .text("có")
        }
        return values
    }

    static func refund(
        _ kind: NoticeKind, of dossier: Dossier, _ context: NoticeContext
    ) -> [String: TemplateValue] {
        guard let order = kind.refund(of: dossier) else { return [:] }
        var values: [String: TemplateValue] = [
            "refund": .text(VietnameseText.money(order.amount)), "basis": .text(VietnameseText.basis(order.basis)),
            "refundAgency": .text(context.refunding ?? context.agency?.name ?? ""),
        ]
        if kind == .refund {
            values["reason"] = .text(order.reason)
            if order.payment != nil { values["uncounted"] = .text("có") }
            if order.payment != nil, !dossier.isClosed, !dossier.isPaid, let fee = context.procedure?.fee,
                fee.amount > 0
            {
                values["feeOwed"] = .text("có")
            }
        }
        return values
    }

    static func answer(
        to rejection: Rejection, _ dossier: Dossier?, _ procedure: Procedure?
    ) -> [String: TemplateValue] {
        let hasAccount = dossier?.receipt.submitter.account != nil
        return [
            "dossier": .text(dossier?.code.description ?? ""),
            "answer": .text(RejectionText.vietnamese(rejection, procedure: procedure, hasAccount: hasAccount)),
            // The id of a lone scan is made here, and says nothing to whoever did not scan it.
            "message": .text(rejection.kind == "scan" ? "" : rejection.message),
            "next": .text(RejectionText.next(rejection)), "sent": .text(RejectionText.sent(rejection)),
        ]
    }
}

extension NoticeKind {
    /// The last order to give money back; a refusal's letter tells of the one that came with it, or of none.
    package func refund(of dossier: Dossier) -> RefundOrder? {
        self == .agencyRefusal || self == .refusal ? dossier.refusalRefund : dossier.refunds.last
    }
}
