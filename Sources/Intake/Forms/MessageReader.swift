import Bytes
import Documents
import Dossiers

/// Reads what comes later, for a dossier or of its own, from a form that the schema has accepted.
struct MessageReader {
    let limits: Limits

    func followUp(_ root: XMLElement) throws(ParseError) -> FollowUp {
        var followUp = FollowUp(
            id: try root.requiredAttribute("id"), dossier: try root.required("dossier").dossierCode(), at: root.sentAt,
            content: try content(root))
        followUp.ticked = root.tickedFields
        return followUp
    }

    private func content(_ root: XMLElement) throws(ParseError) -> FollowUp.Content {
        switch root.name {
        case "postalCopy":
            return .postalCopy(
                trackingNumber: try root.required("trackingNumber").trimmed,
                receivedAt: try root.required("receivedAt").moment(), attachments: try root.attachments(limits: limits))
        case "payment": return try payment(root)
        case "supplement":
            return .supplement(
                account: root.account, forms: root.children("form").compactMap { $0.token("component") },
                attachments: try root.attachments(limits: limits), signatures: [])
        case "withdrawal":
            return .withdrawal(account: root.account, reason: PersonalText(root.first("reason")?.trimmed))
        case "acknowledgement": return .acknowledgement
        case "supplementRequest":
            return .supplementRequest(
                reasons: try root.texts("reason", limits: limits),
                components: try root.texts("component", limits: limits),
                approvedBy: try root.required("approvedBy").trimmed)
        case "extension":
            return .extension(
                reason: try root.required("reason").trimmed, newDate: try root.required("newDate").momentOrDay(),
                approvedBy: try root.required("approvedBy").trimmed)
        case "approval": return .approval(approvedBy: try root.required("approvedBy").trimmed)
        case "refusal":
            return .refusal(
                reasons: try root.texts("reason", limits: limits), approvedBy: try root.required("approvedBy").trimmed,
                refund: try root.required("refund").boolean())
        case "result":
            return .result(
                approvedBy: try root.required("approvedBy").trimmed, attachments: try root.attachments(limits: limits))
        case "collection": return .collection(try handover(root))
        default: throw ParseError(.schema, "«\(root.name)» is no message that is known", line: root.line)
        }
    }

    private func payment(_ root: XMLElement) throws(ParseError) -> FollowUp.Content {
        let amount = try root.required("amount")
        guard let value = Int(amount.trimmed), value >= 0 else {
            throw ParseError(.schema, "an amount in VND expected", line: amount.line)
        }
        return .payment(
            amount: value, paidAt: try root.required("paidAt").moment(),
            channel: try root.required("channel").trimmed, reference: try root.required("reference").trimmed,
            payee: root.first("payee")?.trimmed)
    }

    private func handover(_ root: XMLElement) throws(ParseError) -> FollowUp.Handover {
        var handover = FollowUp.Handover()
        handover.collectedAt = try root.first("collectedAt")?.moment()
        handover.formSigned = try root.first("formSigned")?.boolean()
        for element in root.children("originalsCompared") where try element.boolean() {
            handover.originalsCompared.insert(try element.requiredAttribute("component"))
        }
        // A component that was found different counts as not compared, whatever another line says of it.
        for element in root.children("originalsCompared") where try !element.boolean() {
            handover.originalsCompared.remove(try element.requiredAttribute("component"))
        }
        handover.trackingNumber = root.first("trackingNumber")?.trimmed
        handover.signedReceiptOn = try root.first("signedReceiptOn")?.momentOrDay()
        return handover
    }

    func feedback(_ root: XMLElement) throws(ParseError) -> FeedbackMessage {
        var feedback = FeedbackMessage(
            id: try root.requiredAttribute("id"), at: root.sentAt, text: PersonalText(try root.required("text").trimmed)
        )
        feedback.dossier = try root.first("dossier")?.dossierCode()
        feedback.procedure = root.first("procedure")?.trimmed
        feedback.account = root.account
        return feedback
    }

    func yearlyReport(_ root: XMLElement) throws(ParseError) -> YearlyReportMessage {
        let year = try root.required("year")
        guard let number = Int(year.trimmed) else {
            throw ParseError(.schema, "a year such as 2026 expected", line: year.line)
        }
        var report = YearlyReportMessage(
            id: try root.requiredAttribute("id"), at: root.sentAt, year: number,
            attachments: try root.attachments(limits: limits))
        guard let roadmap = root.first("roadmap") else { return report }
        // Text that stands beside elements is not looked at elsewhere.
        let all = try PlainText.checked(roadmap.text, line: roadmap.line)
        guard all.utf8.count <= limits.xmlFieldBytes else {
            throw ParseError(
                .limits, "a roadmap has more than \(limits.xmlFieldBytes) bytes of text", line: roadmap.line)
        }
        for element in roadmap.children("service") {
            var step = YearlyReport.Step(
                procedure: try element.requiredAttribute("procedure"), text: element.trimmed)
            step.level = element.token("level").flatMap { Int($0) }
            step.target = element.token("target").flatMap { Int($0) }
            step.by = element.token("by").flatMap { Day($0) }
            report.roadmap.append(step)
            guard report.roadmap.count <= limits.files else {
                throw ParseError(.limits, "a roadmap names more than \(limits.files) services", line: element.line)
            }
        }
        if !roadmap.trimmed.isEmpty { report.roadmapText = roadmap.trimmed }
        return report
    }
}
