import Dossiers

/// The values that make a letter one of the office's forms: number, rule, picture of the code, book, papers.
extension NoticeValues {
    static let formNames: Set<String> = [
        "number", "formNumber", "rule", "qr", "parent", "idNumber", "taxCode", "book", "bookNumber", "index", "copies",
        "originalCount", "agencyPhone", "agencyAddress", "level", "faults", "accountNumber", "dossier", "agencyRequest",
        "late", "withoutParent", "refuses", "remedy", "resubmit", "certifiedCount",
    ]

    /// Everything comes from the ledger: the number is that of the event which the letter tells.
    static func forms(
        _ kind: NoticeKind, _ context: NoticeContext, beside others: [String: TemplateValue]
    ) -> [String: TemplateValue] {
        let set = FormSet.on(context.wordingDay)
        let form = kind.form(in: set)
        var values: [String: TemplateValue] = [
            "number": .text("\(context.eventNumber)/\(form?.sign ?? "TB")"),
            "parent": .text(context.parent ?? ""), "agencyPhone": .text(context.agency?.phone ?? ""),
            "agencyAddress": .text(context.agency?.address ?? ""),
        ]
        // Above the committee of a district or a commune stands no other on its papers (Nghị định 30/2020/NĐ-CP, Phụ lục I).
        if [.district, .commune].contains(context.agency?.kind) { values["withoutParent"] = .text("có") }
        if let form, let rule = set.rule, let number = set.number(of: form) {
            values["rule"] = .text(rule)
            values["formNumber"] = .text(number)
        }
        if let submitter = context.submitter {
            values["idNumber"] = .text(submitter.idNumber?.revealed ?? "")
            values["taxCode"] = .text(submitter.taxCode?.revealed ?? "")
        }
        let faults = faults(context)
        values["faults"] = .list(faults)
        if faults.contains(where: { $0["remedy"] != nil }) { values["resubmit"] = .text("có") }
        guard let dossier = context.dossier else { return values }
        if kind == .refusal {
            // The office says by itself why, whatever was found before.
            values["faults"] = .list(
                (dossier.agencyRefusal?.reasons ?? []).enumerated().map { index, reason in
                    [
                        "index": .text(String(index + 1)), "finding": .text(reason),
                        "article": .text(VietnameseText.article("Điều 15.2")), "refuses": .text("có"),
                    ]
                })
            values["dossier"] = .text(dossier.code.description)
        }
        let code = dossier.code.description
        values["level"] = .text(String(dossier.receipt.level))
        values["qr"] = .markup { QRCode(code)?.svg(label: "Mã QR của hồ sơ \(code)", millimetres: 26) ?? "" }
        let (year, month, day) = dossier.code.day.civil
        values["book"] = .text("\(padded(month, 2))/\(padded(year, 4))")
        values["bookNumber"] = .text("\(padded(day, 2))-\(padded(dossier.code.number, 4))")
        if kind == .supplement, dossier.findings.contains(where: { $0.code == .requestedByAgency }),
            let request = dossier.supplementRequests.last
        {
            values["agencyRequest"] = .text(context.agency?.name ?? request.by.description)
            values["approvedBy"] = .text(request.approvedBy)
        }
        if kind == .apologyDraft, let due = dossier.due, due < context.at { values["late"] = .text("có") }
        // A draft shows its own date, not the appointment.
        if kind == .apologyDraft, let provisional = dossier.apology?.provisional {
            values["provisional"] = .text(provisional ? "tạm tính" : "")
        }
        values["accountNumber"] = .text(context.agency?.account ?? "")
        values["bring"] = .text(isToBring(values: others) ? "có" : "")
        values["papers"] = .list(papers(of: dossier, context.procedure))
        return values
    }

    /// What the citizen can mend, numbered; what is only to be paid or remarked stands elsewhere.
    private static func faults(_ context: NoticeContext) -> [[String: TemplateValue]] {
        let findings = context.findings.filter { $0.severity != .remark && $0.severity != .payment }
        guard context.remedy == .anew else {
            return findings.enumerated().map { index, finding in
                let words = FindingText.vietnamese(finding, of: context.dossier, procedure: context.procedure)
                return fault(finding, index, words).merging(quantity(finding, context.procedure)) { $1 }
            }
        }
        // What refuses it comes first; the rest is for who submits anew, and no reason.
        let reasons = findings.filter { $0.severity == .refusal }
        return (reasons + findings.filter { $0.severity != .refusal }).enumerated().map { index, finding in
            let words = FindingText.vietnamese(finding, procedure: context.procedure, remedy: .anew)
            let kind = finding.severity == .refusal ? ["refuses": .text("có")] : ["remedy": TemplateValue.text(words)]
            return fault(finding, index, words).merging(kind) { $1 }
        }
    }

    private static func fault(_ finding: Finding, _ index: Int, _ words: String) -> [String: TemplateValue] {
        [
            "index": .text(String(index + 1)), "finding": .text(words),
            "article": .text(VietnameseText.article(FindingText.article(finding))),
        ]
    }

    /// What of paper is asked for, as the columns of the form have it: a form signed by hand, or a certified copy.
    private static func quantity(_ finding: Finding, _ procedure: Procedure?) -> [String: TemplateValue] {
        guard finding.severity == .postalCopy else { return [:] }
        let isForm = finding.component.flatMap { procedure?.component($0) }?.kind == .form
        return [isForm ? "originalCount" : "certifiedCount": .text("01")]
    }

    /// Whether there is a form to sign or an original to compare (Điều 7.1a).
    private static func isToBring(values: [String: TemplateValue]) -> Bool {
        [values["form"], values["originals"]].contains { value in
            if case .list(let items) = value { !items.isEmpty } else { false }
        }
    }

    /// The declaration first, which the form package itself is; then every file, with what it counts as.
    private static func papers(of dossier: Dossier, _ procedure: Procedure?) -> [[String: TemplateValue]] {
        let forms = dossier.forms.map { form in
            (
                title: procedure?.component(form)?.title ?? form, file: "kê khai trực tuyến",
                isOriginal: true
            )
        }
        let given = dossier.papers.map { examined in
            (
                title: examined.component.flatMap { procedure?.component($0)?.title ?? $0 } ?? "Giấy tờ khác",
                file: examined.paper.file, isOriginal: examined.vouched.isByItself
            )
        }
        return (forms + given).enumerated().map { index, paper in
            [
                "index": .text(String(index + 1)), "paper": .text(paper.title), "file": .text(paper.file),
                "originalCount": .text(paper.isOriginal ? "01" : ""), "copies": .text(paper.isOriginal ? "" : "01"),
            ]
        }
    }
}

extension NoticeKind {
    /// The form that a letter is; nil for a mere letter.
    func form(in set: FormSet) -> FormName? {
        switch self {
        case .receipt: .receipt
        case .supplement: .supplement
        case .refusal: .refusal
        case .apology: .apology
        // Before 2025 no form had this name.
        case .agencyRefusal: set == .circular2025 ? .stopped : nil
        default: nil
        }
    }
}

extension ExaminedPaper.Vouched {
    /// A paper that carries its own signature is an electronic original.
    fileprivate var isByItself: Bool { if case .byItself = self { true } else { false } }
}
