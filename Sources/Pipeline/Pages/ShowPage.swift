package import Dossiers
import Ledgers
import Publications
import Settings
import Signatures

/// `hoso show`: one dossier on one page, for an officer and for the inspector.
extension SiteView {
    /// Nil where no dossier has the code.
    package func page(of code: DossierCode) throws -> String? {
        let entries = try entries(of: code)
        guard let dossier = Dossier(folding: entries, of: code) else { return nil }
        let procedure = site.catalogue.procedure(of: dossier)
        var lines: [String] = []
        func line(_ name: String, _ value: String?) {
            guard let value else { return }
            lines.append("\(name): \(TerminalText(value))")
        }
        line("dossier", dossier.code.description)
        line("state", "\(dossier.state.rawValue) (TrangThaiHoSo \(dossier.nationalState))")
        line("suspected violation", dossier.violation.map { "marked by \($0.by): \($0.reason)" })
        line("procedure", "\(dossier.receipt.procedure) \(procedure?.name ?? "")")
        line("level", String(dossier.receipt.level))
        line("agency", dossier.agency.description)
        if !dossier.receipt.coAgencies.isEmpty {
            line("co-agencies", dossier.receipt.coAgencies.map(\.description).joined(separator: ", "))
        }
        line("submission", dossier.receipt.submission)
        line("account", dossier.receipt.submitter.account.map { Masked.account($0.revealed) })
        line("submitted", dossier.receipt.submittedAt.description)
        line("received", "\(dossier.receivedAt) by \(dossier.receipt.channel)")
        if let deadlines = dossier.deadlines {
            line("complete", deadlines.from.description)
            line("hand-over until", "\(deadlines.handOver) (half a working day, Điều 14.4)")
            line(
                "hand-over until", deadlines.sameDayHandOver.map { "\($0) (15:00 rule, NĐ 61/2018 Điều 18)" })
            line("result until", deadlines.result.description + (deadlines.provisional ? " (tạm tính)" : ""))
            line(
                "extended to",
                deadlines.extendedTo.map { $0.description + (deadlines.isDueProvisional ? " (tạm tính)" : "") })
            line("clock stands", dossier.pausedAt.map { "since \($0); the result's date moves once it runs again" })
        }
        line("acknowledged", dossier.acknowledgedAt?.description)
        lines.append("")
        lines.append("papers:")
        for paper in dossier.papers { lines += describe(paper, of: dossier, entries) }
        for copy in dossier.postalCopies {
            lines.append("postal copy \(TerminalText(copy.trackingNumber)):")
            for paper in copy.papers { lines += describe(paper, of: dossier, entries) }
            for finding in copy.findings { lines.append("  " + describe(finding, procedure)) }
        }
        for copy in dossier.copiesAside {
            let component = TerminalText(copy.component ?? "-")
            lines.append("certified copy of \(component): counts once what is still asked for of it is there")
        }
        for result in dossier.results {
            lines.append("result of \(result.by):")
            for paper in result.papers { lines += describe(paper, of: dossier, entries, alone: "signed") }
        }
        for payment in dossier.payments {
            lines.append(
                "payment: \(payment.amount) VND, \(TerminalText(payment.channel)), \(TerminalText(payment.reference))"
                    + (payment.agency.map { $0 == dossier.agency ? "" : "; \($0) has it" } ?? ""))
        }
        for payment in dossier.uncounted {
            let rest = dossier.refundable(of: payment)
            lines.append(
                "payment that does not count: \(payment.amount) VND, \(TerminalText(payment.channel)), "
                    + "\(TerminalText(payment.reference)); \(payment.amount - rest) VND ordered back")
        }
        lines.append("")
        lines.append("signatures of the form:" + (dossier.signatures.isEmpty ? " none" : ""))
        for signature in dossier.signatures { lines.append("  " + describe(signature)) }
        let findings = dossier.shownFindings
        lines.append("findings:" + (findings.isEmpty ? " none" : ""))
        for finding in findings { lines.append("  " + describe(finding, procedure)) }
        lines.append("")
        lines.append("history:")
        for entry in entries {
            lines.append("  \(entry.number)  \(entry.at)  \(EventText.english(entry.event))")
        }
        return lines.joined(separator: "\n")
    }

    func describe(_ finding: Finding, _ procedure: Procedure?) -> String {
        "\(finding.code.rawValue) [\(finding.code.article)] \(FindingText.english(finding, procedure: procedure))"
    }

    /// A line, and one beneath it for each signature that the paper carries itself.
    ///
    /// - Parameter alone: what is said of one that nothing vouches for but the signatures beneath.
    private func describe(
        _ examined: ExaminedPaper, of dossier: Dossier, _ entries: [Entry], alone: String = "signed, not relied upon"
    ) -> [String] {
        let paper = examined.paper
        let unsigned = dossier.signatures.isEmpty ? "not signed" : "not signed itself"
        let vouched =
            switch examined.vouched {
            case .byNothing: paper.signatures.isEmpty ? unsigned : alone
            case .byForm(let signature): "signed by the form" + numbered(signature)
            case .byMessage(let claim, let signature):
                "signed by \(message(claim, entries))" + numbered(signature)
            case .byItself(let signature): "signed by itself" + numbered(signature)
            case .byCertification(let by, let on): "certified by \(by) on \(on)"
            }
        let pages = paper.pages.map { ", \($0) pages" } ?? ""
        let text =
            "\(examined.component ?? "-")  \(paper.file)  \(paper.type.rawValue), \(paper.size) bytes\(pages), \(vouched), sha256 \(paper.sha256)"
        return ["  " + TerminalText(text).description]
            + paper.signatures.enumerated().map { "    signature \($0 + 1): \(describe($1))" }
    }

    /// What a claim brought, by its entry in the history, since other messages may have the same id.
    private func message(_ claim: String, _ entries: [Entry]) -> String {
        for entry in entries where entry.claim == claim {
            switch entry.event {
            case .received(let receipt): return "the submission \(receipt.submission), entry \(entry.number)"
            case .supplemented(let supplement): return "the message \(supplement.message), entry \(entry.number)"
            default: continue
            }
        }
        return "a message of the dossier"
    }

    /// Which of the signatures it is that covers a paper.
    private func numbered(_ signature: Int?) -> String { signature.map { " (signature \($0))" } ?? "" }

    private func describe(_ signature: SignatureReport) -> String {
        let facts = [
            ("present", signature.present), ("intact", signature.intact), ("valid", signature.valid),
            ("trusted", signature.trusted),
        ]
        let coverage = signature.coverage
        let covers =
            coverage.whole
            ? "whole" : !coverage.files.isEmpty ? "files" : coverage.part ? "part" : "nothing"
        return "covers \(covers); "
            + facts.map { name, fact in
                "\(name) \(fact.outcome.rawValue)" + (fact.reason.map { " (\($0))" } ?? "")
            }.joined(separator: ", ")
    }
}
