import Dossiers

/// The values that a letter's wording may show.
enum NoticeValues {
    /// All that a letter of a kind may show.
    static func of(_ kind: NoticeKind, _ context: NoticeContext) -> TemplateValues {
        let dossier = context.dossier
        var values = common(context, dossier)
        if let dossier {
            addRefund(kind, of: dossier, context, to: &values)
            // What a person had looked at goes on by the date that it had.
            if kind == .resumed, dossier.pauses.last?.to != context.at { values[.decided] = .yes }
            // The receipt and the control sheet show the appointment that there was; a letter none that is kept.
            if kind != .receipt, dossier.resolvedAt != nil {
                values[.appointment] = nil
                values[.overdue] = nil
                // Of what a person holds back nobody is told to come for it.
                if dossier.hold == nil { values[.resolved] = .yes }
            }
        }
        addForm(kind, context, dossier, to: &values)
        return values
    }

    /// What does not depend on the kind of the letter.
    private static func common(_ context: NoticeContext, _ dossier: Dossier?) -> TemplateValues {
        var values: TemplateValues = [
            .site: .text(context.siteName), .code: .text(context.about), .from: .text(context.from.description),
            .place: .text("\(context.siteName), \(VietnameseText.day(context.at.day))"),
            .procedure: .text(context.procedure?.name ?? ""), .agency: .text(context.agency?.name ?? ""),
            .agencyEmail: .text(context.agency?.email ?? ""),
        ]
        if let dossier {
            let reached = min(context.at, dossier.pausedAt ?? context.at)
            // An appointment that is over when a letter is written is no date to come by, be it new or the same.
            if let due = dossier.due, due <= reached { values[.overdue] = .yes }
            // Of an extension the former date: it may be told before that is over.
            if let former = dossier.deadlines?.result, former <= reached { values[.missed] = .yes }
        }
        if let former = context.formerAgency { values[.formerAgency] = .text(former) }
        if let submitter = context.submitter {
            values[.name] = .text((submitter.organization ?? submitter.name).revealed)
            if submitter.organization != nil { values[.person] = .text(submitter.name.revealed) }
            values[.address] = .text(submitter.address?.revealed ?? "")
            values[.phone] = .text(submitter.phone?.revealed ?? "")
            values[.email] = .text(submitter.email?.revealed ?? "")
        }
        values[.findings] = .list(
            context.findings.filter { $0.severity != .remark && $0.severity != .payment }.map { finding in
                [
                    .finding: .text(
                        FindingText.vietnamese(finding, procedure: context.procedure, remedy: context.remedy)),
                    .article: .text(VietnameseText.article(FindingText.article(finding))),
                ]
            })
        if let dossier { add(dossier, context.procedure, context.agency, to: &values) }
        switch context.subject {
        case .dossier, .refusal: break
        case .answer(let rejection, let dossier):
            addAnswer(to: rejection, dossier, context.procedure, to: &values)
            if let given = context.given { values[.dossier] = .text(given.description) }
        case .feedback(let feedback, _):
            values[.message] = .text(feedback.message)
            values[.dossier] = .text(feedback.dossier?.description ?? "")
        case .house(let kind, let effect, let text):
            values[.kind] = .text(kind)
            values[.effect] = .text(effect)
            values[.event] = .text(text.event)
            values[.what] = .text(text.what)
            values[.advice] = .text(text.advice)
            values[.look] = .text(text.look)
            if text.isIncident { values[.isIncident] = .yes }
        }
        return values
    }

    private static func add(
        _ dossier: Dossier, _ procedure: Procedure?, _ agency: Agency?, to values: inout TemplateValues
    ) {
        let received = VietnameseText.moment(dossier.receivedAt)
        values[.received] = .text(received)
        func title(_ component: String?) -> String {
            component.flatMap { procedure?.component($0)?.title ?? $0 } ?? "Giấy tờ khác"
        }
        values[.form] = .list(
            (procedure?.forms ?? []).filter { _ in dossier.receipt.level == 3 }.map { [.title: .text($0.title)] })
        values[.originals] = .list(
            (procedure.map { dossier.originalsToCompare($0) } ?? []).map { [.title: .text(original($0.title))] })
        values[.postal] = .list(
            dossier.findings.filter {
                $0.severity == .postalCopy && procedure?.component($0.component ?? "")?.kind != .form
            }
            .map { [.title: .text(title($0.component))] })
        addPostalCopy(dossier, procedure, to: &values)
        if !dossier.formerAgencies.isEmpty, !dossier.isHandedOver { values[.moved] = .yes }
        if let fee = dossier.findings.first(where: { $0.code == .fee })?.expected.flatMap({ Int($0) }) {
            values[.feeDue] = .text(VietnameseText.money(fee))
        }
        values[.delivery] = .text(words(for: dossier.resultRoute))
        if let procedure { values[.time] = .text(VietnameseText.time(procedure.time)) }
        if let deadlines = dossier.deadlines {
            values[.appointment] = .text(VietnameseText.moment(deadlines.due))
            let complete = VietnameseText.moment(deadlines.from)
            if complete != received { values[.completeSince] = .text(complete) }
            if deadlines.isDueProvisional { values[.provisional] = .text("tạm tính") }
        }
        if let fee = procedure?.fee {
            values[.amount] = .text(VietnameseText.money(fee.amount))
            if dossier.payments.isEmpty {
                values[.fee] = .yes
                values[dossier.receipt.level == 4 ? .account : .atCounter] = .text(agency?.account ?? "có")
                // Below level 4 nothing can be paid with a submission that comes online (Điều 7.1b).
                let isBefore = fee.due == .submission && dossier.receipt.level < 4
                // An online result is there for nobody who has not paid (Điều 16.3).
                let isForOnline = fee.due == .result && dossier.resultRoute == .online
                if fee.due == .result, !isForOnline { values[.atResult] = .yes }
                if isBefore || isForOnline { values[.beforeResult] = .yes }
            } else {
                values[.paid] = .yes
            }
        }
        addLife(of: dossier, procedure, to: &values)
    }

    /// Whether the form is to come by post as well, and what keeps copies that came last from counting.
    private static func addPostalCopy(_ dossier: Dossier, _ procedure: Procedure?, to values: inout TemplateValues) {
        let open = dossier.findings.filter { $0.severity == .postalCopy }.map(\.component)
        if !open.isEmpty { values[.byPost] = .yes }
        if open.contains(where: { $0.flatMap { procedure?.component($0) }?.kind == .form }) {
            values[.postalForm] = .yes
        }
        guard let copy = dossier.postalCopies.last else { return }
        let faults = copy.findings.filter { $0.code != .copyDiffers && open.contains($0.component) }
        let others = notAskedFor(copy, open: open, dossier, procedure).map {
            FindingText.vietnameseCopy(Finding(.copyDiffers, component: $0), procedure: procedure)
        }
        let told = faults.map { FindingText.vietnameseCopy($0, procedure: procedure) } + others
        guard !told.isEmpty else { return }
        values[.copySent] = .text(copy.trackingNumber)
        values[.copyFaults] = .list(told.map { [.fault: .text($0)] })
    }

    /// The components of a copy that are neither awaited nor made up for by one.
    private static func notAskedFor(
        _ copy: PostalCopyReceipt, open: [String?], _ dossier: Dossier, _ procedure: Procedure?
    ) -> [String] {
        let certified = dossier.papers.filter { if case .byCertification = $0.vouched { true } else { false } }
        let known = open + certified.map(\.component)
        let others = copy.papers.compactMap(\.component).filter {
            !known.contains($0) && procedure?.component($0)?.kind != .form
        }
        return others.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What is to be compared, where its name does not say by itself that it is the original.
    private static func original(_ title: String) -> String {
        let prefix = "Bản chính "
        return title.hasPrefix(prefix) ? String(title.dropFirst(prefix.count)) : title
    }

    private static func words(for delivery: ResultDelivery) -> String {
        switch delivery {
        case .online: "trực tuyến, qua tài khoản đã đăng ký"
        case .counter: "tại Bộ phận tiếp nhận và trả kết quả"
        case .post: "qua dịch vụ bưu chính công ích"
        }
    }
}
