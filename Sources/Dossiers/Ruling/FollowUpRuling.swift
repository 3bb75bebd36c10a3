/// What the law makes of a message that comes later for a dossier.
package enum FollowUpRuling {
    /// A message that takes no effect is recorded with its reason, never dropped (Điều 4.1).
    ///
    /// - Parameters:
    ///   - dossier: nil where it is unknown.
    ///   - matter: nil where its procedure has left the catalogue.
    /// - Returns: nil for what nobody can rule on before the procedure is back.
    package static func rule(_ followUpCase: FollowUpCase, _ dossier: Dossier?, _ matter: Matter?) -> Ruled? {
        let payment = payment(followUpCase.followUp, matter)
        switch judge(followUpCase, payment, dossier, matter) {
        case nil:
            return nil
        case .effect(let events):
            let isTold = followUpCase.unlisted.isEmpty || followUpCase.followUp.content.isExamined
            return Ruled(dossier: dossier?.code, events: events + (isTold ? [] : [.remarked(.unlistedFile)]))
        case .without(let reason, let detail):
            let rejection = Rejection(
                message: followUpCase.followUp.id, kind: followUpCase.followUp.content.kind,
                channel: followUpCase.channel, reason: reason, detail: detail,
                payment: dossier == nil ? nil : payment,
                fromStranger: dossier.flatMap { followUpCase.followUp.content.isFromStranger(to: $0) })
            return Ruled(dossier: dossier?.code, events: [.rejected(rejection)])
        }
    }

    /// What was paid, where it tells of a payment, with whose account it went to as far as that is known.
    private static func payment(_ followUp: FollowUp, _ matter: Matter?) -> PaymentReceipt? {
        guard case .payment(_, _, _, _, let payee) = followUp.content, var payment = followUp.payment
        else { return nil }
        payment.agency = matter.flatMap { PaymentRuling.receiver(of: payment, payee: payee, $0) }
        return payment
    }

    private static func judge(
        _ followUpCase: FollowUpCase, _ payment: PaymentReceipt?, _ dossier: Dossier?, _ matter: Matter?
    ) -> Judgement? {
        guard let dossier else { return .without(.unknownDossier) }
        let content = followUpCase.followUp.content
        // An agency's folder speaks only for that agency's dossiers (Điều 8.1b).
        if content.comesFromAgency, !(followUpCase.agency.map(dossier.agencies.contains) ?? false) {
            return handedOn(dossier, by: followUpCase.agency) ?? .without(.otherAgency)
        }
        guard !dossier.isClosed else { return .without(.closed, dossier.state.rawValue) }
        guard let matter else { return nil }
        if let by = followUpCase.agency, content.comesFromAgency {
            return fromAgency(by, followUpCase, content, matter)
        }
        if case .payment(_, _, _, _, let payee) = content, let payment {
            return PaymentRuling.judge(payment, payee: payee, matter)
        }
        switch content {
        case .postalCopy(let trackingNumber, let receivedAt, _):
            return PostalCopyRuling.judge(
                followUpCase, trackingNumber: trackingNumber, receivedAt: receivedAt, matter)
        case .scan(let component, _):
            return scan(of: component, followUpCase, matter)
        case .supplement(let account, let forms, _, let signatures):
            return SupplementRuling.judge(
                followUpCase, account: account, forms: forms, signatures: signatures, matter)
        case .withdrawal(let account, let reason):
            return WithdrawalRuling.judge(account: account, reason: reason, matter)
        default:
            preconditionFailure("what comes from an agency and what tells of a payment were judged before")
        }
    }

    /// A lone scan says of nobody who sent or certified it, so it completes nothing, and its code may be a slip: staff hear of each.
    private static func scan(of name: String, _ followUpCase: FollowUpCase, _ matter: Matter) -> Judgement {
        guard let attachment = followUpCase.attachments.first, let paper = attachment.paper else {
            return .without(.noFile)
        }
        let waits = [.awaitingSupplement, .awaitingPostalCopy].contains(matter.dossier.standing)
        let remark: Remark = attachment.fault != nil ? .scanFaulty : waits ? .scanAlone : .scanNotAwaited
        return .effect([
            .scanReceived(
                component: matter.component(ofScan: name) ?? name, paper: paper, message: followUpCase.followUp.id),
            .remarked(remark),
        ])
    }

    /// What is said to an agency that the dossier was taken from: who has it now, and since when it is no longer with that agency;
    /// nil for one that never had it.
    private static func handedOn(_ dossier: Dossier, by agency: AgencyCode?) -> Judgement? {
        dossier.holdings.last { $0.agency == agency }?.to.map { .without(.handedOn, "\(dossier.agency) \($0)") }
    }

    /// Each agency answers for its part, and only the lead agency decides (Điều 8.1b).
    private static func fromAgency(
        _ by: AgencyCode, _ followUpCase: FollowUpCase, _ content: FollowUp.Content, _ matter: Matter
    ) -> Judgement {
        let dossier = matter.dossier
        guard dossier.holdings.contains(where: { $0.agency == by }) else { return .without(.notHandedOver) }
        switch content {
        case .acknowledgement:
            return .effect([.acknowledged(by: by, message: followUpCase.followUp.id)])
        case .result(let approvedBy, _):
            return ResultRuling.judge(followUpCase, by: by, approvedBy: approvedBy, matter)
        default: break
        }
        guard by == dossier.agency else { return .without(.leadAgencyOnly) }
        if case .collection(let collection) = content { return CollectionRuling.judge(collection, matter) }
        guard dossier.resolvedAt == nil else { return .without(.resolvedAlready) }
        switch content {
        case .supplementRequest(let reasons, let components, let approvedBy):
            return SupplementRequestRuling.judge(
                by: by, reasons: reasons, components: components, approvedBy: approvedBy, matter)
        case .extension(let reason, let newDate, let approvedBy):
            return ExtensionRuling.judge(by: by, reason: reason, newDate: newDate, approvedBy: approvedBy, matter)
        case .approval(let approvedBy):
            return ExtensionRuling.approve(by: by, approvedBy: approvedBy, matter)
        case .refusal(let reasons, let approvedBy, let refund):
            return RefusalRuling.judge(
                AgencyRefusal(by: by, reasons: reasons, approvedBy: approvedBy, refund: refund), matter)
        default:
            preconditionFailure("what comes from elsewhere was judged before")
        }
    }
}
