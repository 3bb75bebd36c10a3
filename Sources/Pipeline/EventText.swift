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
        case .rejected(_, let reason): "a message took no effect: \(reason)"
        case .quarantined(let item): "quarantined: \(item.code)"
        case .unmatched: "unmatched"
        case .published(let output): "published Outbox/\(output.path), \(output.size) bytes, sha256 \(output.sha256)"
        case .incident(let kind, let open, _): "incident \(kind) \(open ? "opened" : "over")"
        case .nightlyDone(let day): "nightly run for \(day)"
        }
    }
}
