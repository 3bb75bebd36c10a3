package import Bytes

extension FollowUp.Content: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        switch try wire.byte() {
        case 0:
            self = try .postalCopy(trackingNumber: wire.value(), receivedAt: wire.value(), attachments: wire.value())
        case 1:
            self = try .payment(
                amount: wire.value(), paidAt: wire.value(), channel: wire.value(), reference: wire.value(),
                payee: wire.value())
        case 2: self = try .scan(component: wire.value(), file: wire.value())
        case 3:
            self = try .supplement(
                account: wire.value(), forms: wire.value(), attachments: wire.value(), signatures: wire.value())
        case 4: self = try .withdrawal(account: wire.value(), reason: wire.value())
        case 5: self = .acknowledgement
        case 6: self = try .supplementRequest(reasons: wire.value(), components: wire.value(), approvedBy: wire.value())
        case 7: self = try .extension(reason: wire.value(), newDate: wire.value(), approvedBy: wire.value())
        case 8: self = try .approval(approvedBy: wire.value())
        case 9: self = try .refusal(reasons: wire.value(), approvedBy: wire.value(), refund: wire.value())
        case 10: self = try .result(approvedBy: wire.value(), attachments: wire.value())
        case 11: self = .collection(try wire.value())
        default: throw wire.refusal("what arrives later")
        }
    }

    package func write(to wire: inout WireWriter) {
        switch self {
        case .postalCopy(let trackingNumber, let receivedAt, let attachments):
            wire.write(case: 0)
            wire.write(trackingNumber)
            wire.write(receivedAt)
            wire.write(attachments)
        case .payment(let amount, let paidAt, let channel, let reference, let payee):
            wire.write(case: 1)
            wire.write(amount)
            wire.write(paidAt)
            wire.write(channel)
            wire.write(reference)
            wire.write(payee)
        case .scan(let component, let file):
            wire.write(case: 2)
            wire.write(component)
            wire.write(file)
        case .supplement(let account, let forms, let attachments, let signatures):
            wire.write(case: 3)
            wire.write(account)
            wire.write(forms)
            wire.write(attachments)
            wire.write(signatures)
        case .withdrawal(let account, let reason):
            wire.write(case: 4)
            wire.write(account)
            wire.write(reason)
        case .acknowledgement: wire.write(case: 5)
        case .supplementRequest(let reasons, let components, let approvedBy):
            wire.write(case: 6)
            wire.write(reasons)
            wire.write(components)
            wire.write(approvedBy)
        case .extension(let reason, let newDate, let approvedBy):
            wire.write(case: 7)
            wire.write(reason)
            wire.write(newDate)
            wire.write(approvedBy)
        case .approval(let approvedBy): wire.write(case: 8, approvedBy)
        case .refusal(let reasons, let approvedBy, let refund):
            wire.write(case: 9)
            wire.write(reasons)
            wire.write(approvedBy)
            wire.write(refund)
        case .result(let approvedBy, let attachments):
            wire.write(case: 10)
            wire.write(approvedBy)
            wire.write(attachments)
        case .collection(let handover): wire.write(case: 11, handover)
        }
    }
}
