import Bytes
import Dossiers
import Pipeline
import Publications
import Signatures

/// What `hoso check` prints of one file.
enum CheckText {
    /// One object on one line, with the fields of the contract.
    ///
    /// - Parameter offset: of the place for which times are told.
    static func json(_ report: Checker.Report, offset: Int) -> String {
        JSONText.object([
            ("file", JSONText.string(report.file)), ("kind", JSONText.string(report.kind)),
            ("intake", JSONText.string(report.isAccepted ? "accept" : "reject")),
            ("reason", JSONText.string(report.reason)), ("detail", JSONText.string(report.detail)),
            ("signature", JSONText.string(worth(report))),
            ("signatures", JSONText.array(report.signatures.map { signature($0, offset: offset) })),
            (
                "findings",
                JSONText.array(
                    report.findings.map { finding in
                        JSONText.object([
                            ("code", JSONText.string(finding.code)), ("severity", JSONText.string(finding.severity)),
                            ("component", JSONText.string(finding.component)),
                            ("article", JSONText.string(finding.article)),
                            ("vi", JSONText.string(finding.vi)), ("en", JSONText.string(finding.en)),
                        ])
                    })
            ),
        ])
    }

    static func plain(_ report: Checker.Report, _ language: SignatureSheet.Language, now: Moment) -> String {
        var lines = [
            "\(TerminalText(report.file)): \(report.kind), \(report.isAccepted ? "accept" : "reject")"
                + (report.reason.map { " (\($0))" } ?? "") + ", signature \(worth(report))"
        ]
        // It is in English; in Vietnamese the finding says it.
        if let detail = report.detail, language == .english || report.findings.isEmpty {
            lines.append("  \(TerminalText(detail))")
        }
        for finding in report.findings {
            let code = "  \(finding.code) [\(finding.article)] "
            lines.append(code + "\(TerminalText(language == .vietnamese ? finding.vi : finding.en))")
            if language == .english { lines.append("    \(TerminalText(finding.vi))") }
        }
        for (index, signature) in report.signatures.enumerated() {
            lines.append(language == .vietnamese ? "  Chữ ký số \(index + 1)" : "  signature \(index + 1)")
            let items = SignatureSheet(signature, language: language, offset: now.offset).items
            lines += items.map { "    \($0.title): \(TerminalText($0.text))" }
        }
        return lines.joined(separator: "\n")
    }

    /// An XML validation report.
    static func etsi(_ report: Checker.Report, _ language: SignatureSheet.Language, now: Moment) -> String {
        let bytes = ValidationReport.xml(
            file: report.file, digest: report.digest, signatures: report.signatures, language: language, now: now)
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }

    /// The sum of what the file's signatures are worth.
    private static func worth(_ report: Checker.Report) -> String {
        guard report.canBeSigned else { return "n/a" }
        return SignatureWorth(of: report.signatures).rawValue
    }

    /// What of a signature is covered, in one word.
    private static func covers(_ coverage: Coverage) -> String {
        if coverage.whole { return coverage.files.isEmpty ? "whole" : "whole+attachments" }
        if coverage.part { return "part" }
        return coverage.files.isEmpty ? "none" : "attachments"
    }

    private static func signature(_ report: SignatureReport, offset: Int) -> String {
        func fact(_ fact: Fact) -> String {
            JSONText.object([
                ("outcome", JSONText.string(fact.outcome.rawValue)), ("reason", JSONText.string(fact.reason)),
            ])
        }
        func time(_ seconds: Int?) -> String {
            JSONText.string(seconds.map { Moment(seconds: $0, offset: offset).description })
        }
        let indication = Indication(report)
        let signer = report.signer
        return JSONText.object([
            ("form", JSONText.string(report.form.rawValue)), ("present", fact(report.present)),
            ("covers", JSONText.string(covers(report.coverage))),
            ("files", JSONText.array(report.coverage.files.map { JSONText.string($0) })),
            ("intact", fact(report.intact)), ("valid", fact(report.valid)), ("trusted", fact(report.trusted)),
            ("worth", JSONText.string(report.worth.rawValue)),
            ("indication", JSONText.string(indication.main.rawValue)),
            ("subIndication", JSONText.string(indication.sub)),
            ("revocation", report.revocation.map(fact) ?? "null"), ("kind", JSONText.string(report.kind)),
            ("method", JSONText.string(report.method)),
            ("digests", JSONText.array((report.digests ?? []).map { JSONText.string($0) })),
            ("weaknesses", JSONText.array((report.weaknesses ?? []).map { JSONText.string($0) })),
            ("laterChanges", JSONText.string(report.laterChanges?.rawValue)), ("signedAt", time(report.signedAt)),
            ("signer", JSONText.string(signer?.subject)), ("issuer", JSONText.string(signer?.issuer)),
            ("serial", JSONText.string(signer?.serial)), ("notBefore", time(signer?.notBefore)),
            ("notAfter", time(signer?.notAfter)),
        ])
    }
}
