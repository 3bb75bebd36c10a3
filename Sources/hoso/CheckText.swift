import Dossiers
import Pipeline
import Publications
import Signatures

/// What `hoso check` prints of one file.
enum CheckText {
    /// One object on one line, with the fields of the contract.
    static func json(_ report: Checker.Report) -> String {
        JSONText.object([
            ("file", JSONText.string(report.file)), ("kind", JSONText.string(report.kind)),
            ("intake", JSONText.string(report.isAccepted ? "accept" : "reject")),
            ("reason", JSONText.string(report.reason)), ("detail", JSONText.string(report.detail)),
            ("signature", JSONText.string(worth(report))),
            ("signatures", JSONText.array(report.signatures.map(signature))),
            (
                "findings",
                JSONText.array(
                    report.findings.map { finding in
                        JSONText.object([
                            ("code", JSONText.string(finding.finding.code.rawValue)),
                            ("severity", JSONText.string(finding.finding.severity.rawValue)),
                            ("component", JSONText.string(finding.finding.component)),
                            ("article", JSONText.string(finding.finding.code.article)),
                            ("vi", JSONText.string(finding.vi)), ("en", JSONText.string(finding.en)),
                        ])
                    })
            ),
        ])
    }

    static func plain(_ report: Checker.Report) -> String {
        var lines = [
            "\(TerminalText(report.file)): \(report.kind), \(report.isAccepted ? "accept" : "reject")"
                + (report.reason.map { " (\($0))" } ?? "") + ", signature \(worth(report))"
        ]
        if let detail = report.detail { lines.append("  \(TerminalText(detail))") }
        for finding in report.findings {
            lines.append(
                "  \(finding.finding.code.rawValue) [\(finding.finding.code.article)] \(TerminalText(finding.en))")
            lines.append("    \(TerminalText(finding.vi))")
        }
        return lines.joined(separator: "\n")
    }

    /// The sum of what the file's signatures are worth; `present` where no more than that was looked at.
    private static func worth(_ report: Checker.Report) -> String {
        if ["jpeg", "png", "tiff", "unknown"].contains(report.kind) { return "n/a" }
        let there = report.signatures.filter { $0.present.outcome == .passed }
        guard !there.isEmpty else { return report.signatures.isEmpty ? "absent" : "present-broken" }
        return there.map(rung).min { $0.0 < $1.0 }?.1 ?? "absent"
    }

    private static func rung(_ signature: SignatureReport) -> (Int, String) {
        guard signature.intact.outcome != .failed else { return (0, "present-broken") }
        if signature.trusted.outcome == .passed { return (4, "trusted") }
        if signature.valid.outcome == .passed { return (3, "valid") }
        return signature.intact.outcome == .passed ? (2, "intact") : (1, "present")
    }

    private static func signature(_ report: SignatureReport) -> String {
        func fact(_ fact: Fact) -> String {
            JSONText.object([
                ("outcome", JSONText.string(fact.outcome.rawValue)), ("reason", JSONText.string(fact.reason)),
            ])
        }
        let covers = report.coverage.whole ? "whole" : report.coverage.files.isEmpty ? "part" : "files"
        return JSONText.object([
            ("form", JSONText.string(report.form.rawValue)), ("present", fact(report.present)),
            ("covers", JSONText.string(covers)), ("intact", fact(report.intact)), ("valid", fact(report.valid)),
            ("trusted", fact(report.trusted)),
        ])
    }
}
