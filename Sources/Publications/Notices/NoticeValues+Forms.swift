import Dossiers

/// The values that make a letter one of the office's forms: number, rule, picture of the code, book, papers.
extension NoticeValues {
    /// Everything comes from the ledger: the number is that of the event which the letter tells.
    static func addForm(
        _ kind: NoticeKind, _ context: NoticeContext, _ dossier: Dossier?, to values: inout TemplateValues
    ) {
        let set = FormSet.on(context.wordingDay)
        let form = kind.form(in: set)
        values[.number] = .text("\(context.eventNumber)/\(form?.sign ?? "TB")")
        values[.parent] = .text(context.parent ?? "")
        values[.agencyPhone] = .text(context.agency?.phone ?? "")
        values[.agencyAddress] = .text(context.agency?.address ?? "")
        // Above the committee of a district or a commune stands no other on its papers (Nghị định 30/2020/NĐ-CP, Phụ lục I).
        if [.district, .commune].contains(context.agency?.kind) { values[.withoutParent] = .yes }
        if let form, let rule = set.rule, let number = set.number(of: form) {
            values[.rule] = .text(rule)
            values[.formNumber] = .text(number)
        }
        if let submitter = context.submitter {
            values[.idNumber] = .text(submitter.idNumber?.revealed ?? "")
            values[.taxCode] = .text(submitter.taxCode?.revealed ?? "")
        }
        let faults = faults(context, dossier)
        values[.faults] = .list(faults)
        if faults.contains(where: { $0[.remedy] != nil }) { values[.resubmit] = .yes }
        guard let dossier else { return }
        let code = dossier.code.description
        if kind == .refusal {
            // The office says by itself why, whatever was found before.
            values[.faults] = .list(
                (dossier.agencyRefusal?.reasons ?? []).enumerated().map { index, reason in
                    fault(index, reason, article: "Điều 15.2").with(.refuses, .yes)
                })
            values[.dossier] = .text(code)
        }
        values[.level] = .text(String(dossier.receipt.level))
        values[.qr] = .markup { QRCode(code)?.svg(label: "Mã QR của hồ sơ \(code)", millimetres: 26) ?? "" }
        let (year, month, day) = dossier.code.day.civil
        values[.book] = .text("\(padded(month, 2))/\(padded(year, 4))")
        values[.bookNumber] = .text("\(padded(day, 2))-\(padded(dossier.code.number, 4))")
        if kind == .supplement, dossier.findings.contains(where: { $0.code == .requestedByAgency }),
            let request = dossier.supplementRequests.last
        {
            values[.agencyRequest] = .text(context.agency?.name ?? request.by.description)
            values[.approvedBy] = .text(request.approvedBy)
        }
        if kind == .apologyDraft, let due = dossier.due, due < context.at { values[.late] = .yes }
        // A draft shows its own date, not the appointment.
        if kind == .apologyDraft, let provisional = dossier.apology?.provisional {
            values[.provisional] = .text(provisional ? "tạm tính" : "")
        }
        values[.accountNumber] = .text(context.agency?.account ?? "")
        // Whether there is a form to sign or an original to compare (Điều 7.1a).
        values[.bring] = [values[.form], values[.originals]].contains { $0?.isEmpty == false } ? .yes : nil
        values[.papers] = .list(papers(of: dossier, context.procedure))
    }

    /// What the citizen can mend, numbered; what is only to be paid or remarked stands elsewhere.
    private static func faults(_ context: NoticeContext, _ dossier: Dossier?) -> [TemplateRow] {
        let findings = context.findings.filter { $0.severity != .remark && $0.severity != .payment }
        guard context.remedy == .anew else {
            return findings.enumerated().map { index, finding in
                let words = FindingText.vietnamese(finding, of: dossier, procedure: context.procedure)
                let row = fault(index, words, article: FindingText.article(finding))
                return quantity(finding, context.procedure).map { row.with($0, .text("01")) } ?? row
            }
        }
        // What refuses it comes first; the rest is for who submits anew, and no reason.
        let reasons = findings.filter { $0.severity == .refusal }
        return (reasons + findings.filter { $0.severity != .refusal }).enumerated().map { index, finding in
            let words = FindingText.vietnamese(finding, procedure: context.procedure, remedy: .anew)
            let row = fault(index, words, article: FindingText.article(finding))
            return finding.severity == .refusal ? row.with(.refuses, .yes) : row.with(.remedy, .text(words))
        }
    }

    private static func fault(_ index: Int, _ words: String, article: String) -> TemplateRow {
        [
            .index: .text(String(index + 1)), .finding: .text(words), .article: .text(VietnameseText.article(article)),
        ]
    }

    /// The column of the form that counts the paper which is asked for: of a form signed by hand, or of a certified copy.
    private static func quantity(_ finding: Finding, _ procedure: Procedure?) -> ValueName? {
        guard finding.severity == .postalCopy else { return nil }
        let isForm = finding.component.flatMap { procedure?.component($0) }?.kind == .form
        return isForm ? .originalCount : .certifiedCount
    }

    /// The declaration first, which the form package itself is; then every file, with what it counts as.
    private static func papers(of dossier: Dossier, _ procedure: Procedure?) -> [TemplateRow] {
        var rows: [TemplateRow] = []
        func add(_ title: String, _ file: String, isOriginal: Bool) {
            rows.append([
                .index: .text(String(rows.count + 1)), .paper: .text(title), .file: .text(file),
                .originalCount: .text(isOriginal ? "01" : ""), .copies: .text(isOriginal ? "" : "01"),
            ])
        }
        for form in dossier.forms {
            add(procedure?.component(form)?.title ?? form, "kê khai trực tuyến", isOriginal: true)
        }
        for examined in dossier.papers {
            let title = examined.component.flatMap { procedure?.component($0)?.title ?? $0 } ?? "Giấy tờ khác"
            add(title, examined.paper.file, isOriginal: examined.vouched.isByItself)
        }
        return rows
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
