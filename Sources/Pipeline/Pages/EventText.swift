import Dossiers
import Publications

/// An event in one line, for the operator; codes, amounts and names of files only.
enum EventText {
    static func english(_ event: Event) -> String {
        switch event {
        case .received(let receipt): "received by \(receipt.channel), submission \(receipt.submission)"
        case .examined(let examination):
            "examined: \(examination.papers.count) papers, findings \(FindingCodes.list(examination.findings))"
        case .waiting(let state): "waiting: \(state.rawValue)"
        case .completed(let deadlines):
            "complete; hand-over until \(deadlines.handOver), result until \(deadlines.result)"
        case .paid(let payment): "paid \(payment.amount) VND by \(TerminalText(payment.channel))"
        case .postalCopyReceived(let copy):
            "postal copy \(TerminalText(copy.trackingNumber)), \(copy.papers.count) papers"
        case .scanReceived(let component, _, _): "scan of \(TerminalText(component))"
        case .acknowledged(let agency, _): "acknowledged by \(agency)"
        case .refused(let refusal): "refused: \(FindingCodes.list(refusal.findings))"
        case .repeated(let submission): "came again: \(TerminalText(submission))"
        case .rejected(let rejection):
            "\(TerminalText(rejection.kind)) \(TerminalText(rejection.message)) took no effect: \(rejection.reason)"
                + (rejection.detail.map { " (\(TerminalText($0)))" } ?? "")
                + (rejection.payment.map { "; \($0.amount) VND, \(TerminalText($0.reference))" } ?? "")
        case .forwarded: "a ministry's own procedure: handed on, without clocks"
        case .messageReceived(let message): "\(message.kind) \(TerminalText(message.id)) by \(message.channel)"
        case .supplemented(let supplement):
            "supplemented: \(supplement.papers.count) papers, replaced \(TerminalText(supplement.replaced.joined(separator: ",")))"
        case .withdrawn(let withdrawal):
            "withdrawn"
                + (withdrawal.order.map { " at the counter, by \(TerminalText($0.by)): \(TerminalText($0.reason))" }
                    ?? "")
        case .feedback: "feedback"
        case .supplementRequested(let request):
            "\(request.by) asks for a supplement: \(TerminalText(request.components.joined(separator: ",")))"
        case .extended(let granted): "\(granted.by) has until \(granted.newDate)"
        case .apologyDrafted(let draft): "apology drafted, new date \(draft.newDate)"
        case .agencyRefused(let refusal):
            "refused by \(refusal.by), refund \(refusal.refund ? "yes" : "no")"
                + (refusal.order.map { ", by order of \(TerminalText($0.by)): \(TerminalText($0.reason))" } ?? "")
        case .resultReceived(let result): "result of \(result.by), \(result.papers.count) papers"
        case .collected(let collection): "result handed over: \(collection.route.rawValue)"
        case .yearlyReport(let report): "report of \(report.agency) for \(report.year)"
        case .paused(let cause): "clock paused: \(cause.rawValue)"
        case .resumed(let deadlines): "clock runs; result until \(deadlines.due)"
        case .recounted(let recount):
            "dates counted anew by \(TerminalText(recount.by)): \(TerminalText(recount.reason)); result until \(recount.deadlines.due)"
        case .refundOrdered(let order):
            "refund of \(order.amount) VND ordered"
                + (order.payment.map { ", of \(TerminalText($0.reference)), which did not count" } ?? "")
        case .remarked(let remark): "remark: \(remark.rawValue)"
        case .held(let act): "held by \(TerminalText(act.by)): \(TerminalText(act.reason))"
        case .released(let act): "released by \(TerminalText(act.by)): \(TerminalText(act.reason))"
        case .rerouted(let to, let act, let due):
            "to \(to) by \(TerminalText(act.by)): \(TerminalText(act.reason))"
                + (due.map { "; hand-over until \($0.handOver)" } ?? "")
        case .resent(let act): "sent again by \(TerminalText(act.by)): \(TerminalText(act.reason))"
        case .violationMarked(let act):
            "marked as a suspected violation by \(TerminalText(act.by)): \(TerminalText(act.reason))"
        case .violationCleared(let act): "mark taken away by \(TerminalText(act.by)): \(TerminalText(act.reason))"
        case .quarantined(let item): "quarantined: \(item.code)"
        case .unmatched: "unmatched"
        case .matched(let name, let act):
            "\(TerminalText(name)) taken out of the unmatched tray"
                + (act.map { " by \(TerminalText($0.by)): \(TerminalText($0.reason))" } ?? ", since a form names it")
        case .mayLieUnmatched(let names):
            "what it lacks may lie in the unmatched tray: \(TerminalText(names.joined(separator: ", ")))"
        case .putBack(let name, let act):
            "\(TerminalText(name)) put back into the inbox by \(TerminalText(act.by)): \(TerminalText(act.reason))"
        case .published(let output): "published Outbox/\(output.path), \(output.size) bytes, sha256 \(output.sha256)"
        case .incident(let kind, let open, _): "incident \(kind) \(open ? "opened" : "over")"
        case .incidentAcknowledged(let kind, let act):
            "incident \(kind) taken in hand by \(TerminalText(act.by)): \(TerminalText(act.reason))"
        case .nightlyDone(let day): "nightly run for \(day)"
        }
    }
}
