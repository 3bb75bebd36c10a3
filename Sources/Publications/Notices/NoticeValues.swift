import Dossiers

/// The values that a letter's wording may show, by the names that the office writes in its templates.
enum NoticeValues {
    static let names = Set([
        "site", "code", "kind", "procedure", "agency", "agencyEmail", "from", "name", "address", "phone", "email",
        "place",
        "received", "time", "appointment", "provisional", "papers", "paper", "component", "file", "findings", "finding",
        "article", "originals", "title", "form", "fee", "amount", "paid", "atCounter", "account", "atResult",
        "beforeResult",
        "delivery",
        "postal", "postalForm", "copySent", "copyFaults", "fault", "effect", "event", "what", "advice", "look", "print",
        "moved", "feeDue", "byPost", "person", "completeSince", "isIncident",
    ]).union(lifeNames).union(formNames)

    /// All that a letter of a kind may show.
    static func of(_ kind: NoticeKind, _ context: NoticeContext) -> [String: TemplateValue] {
        var values = of(context)
        if let dossier = context.dossier {
            values.merge(refund(kind, of: dossier, context)) { $1 }
            // What a person had looked at goes on by the date that it had.
            if kind == .resumed, dossier.pauses.last?.to != context.at { values["decided"] = .text("có") }
            // The receipt and the control sheet show the appointment that there was; a letter none that is kept.
            if kind != .receipt, dossier.resolvedAt != nil {
                values["appointment"] = nil
                values["overdue"] = nil
                // Of what a person holds back nobody is told to come for it.
                if dossier.hold == nil { values["resolved"] = .text("có") }
            }
        }
        return values.merging(forms(kind, context, beside: values)) { $1 }
    }

    static func of(_ context: NoticeContext) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = [
            "site": .text(context.siteName), "code": .text(context.about), "from": .text(context.from.description),
            "place": .text("\(context.siteName), \(VietnameseText.day(context.at.day))"),
            "procedure": .text(context.procedure?.name ?? ""), "agency": .text(context.agency?.name ?? ""),
            "agencyEmail": .text(context.agency?.email ?? ""),
        ]
        // An appointment that is over when a letter is written is no date to come by, be it new or the same.
        if let dossier = context.dossier, let due = dossier.due, due <= min(context.at, dossier.pausedAt ?? context.at)
        {
            values["overdue"] = .text("có")
        }
        // Of an extension the former date: it may be told before that is over.
        if let dossier = context.dossier, let former = dossier.deadlines?.result,
            former <= min(context.at, dossier.pausedAt ?? context.at)
        {
            values["missed"] = .text("có")
        }
        if let former = context.formerAgency { values["formerAgency"] = .text(former) }
        if let submitter = context.submitter {
            values["name"] = .text((submitter.organization ?? submitter.name).revealed)
            if submitter.organization != nil { values["person"] = .text(submitter.name.revealed) }
            values["address"] = .text(submitter.address?.revealed ?? "")
            values["phone"] = .text(submitter.phone?.revealed ?? "")
            values["email"] = .text(submitter.email?.revealed ?? "")
        }
        values["findings"] = .list(
            context.findings.filter { $0.severity != .remark && $0.severity != .payment }.map { finding in
                [
                    "finding": .text(
                        FindingText.vietnamese(finding, procedure: context.procedure, remedy: context.remedy)),
                    "article": .text(VietnameseText.article(FindingText.article(finding))),
                ]
            })
        switch context.subject {
        case .dossier(let dossier): values.merge(of(dossier, context.procedure, context.agency)) { $1 }
        case .answer(let rejection, let dossier):
            if let dossier { values.merge(of(dossier, context.procedure, context.agency)) { $1 } }
            values.merge(answer(to: rejection, dossier, context.procedure)) { $1 }
            if let given = context.given { values["dossier"] = .text(given.description) }
        case .refusal: break
        case .feedback(let feedback, _):
            values["message"] = .text(feedback.message)
            values["dossier"] = .text(feedback.dossier?.description ?? "")
        case .house(let kind, let effect, let text):
            values["kind"] = .text(kind)
            values["effect"] = .text(effect)
            values["event"] = .text(text.event)
            values["what"] = .text(text.what)
            values["advice"] = .text(text.advice)
            values["look"] = .text(text.look)
            if text.isIncident { values["isIncident"] = .text("có") }
        }
        return values
    }

    private static func of(
        _ dossier: Dossier, _ procedure: Procedure?, _ agency: Agency?
    ) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = ["received": .text(VietnameseText.moment(dossier.receivedAt))]
        func title(_ component: String?) -> String {
            component.flatMap { procedure?.component($0)?.title ?? $0 } ?? "Giấy tờ khác"
        }
        values["form"] = .list(
            (procedure?.forms ?? []).filter { _ in dossier.receipt.level == 3 }.map { ["title": .text($0.title)] })
        values["originals"] = .list(
            (procedure.map { dossier.originalsToCompare($0) } ?? []).map { ["title": .text(original($0.title))] })
        values["postal"] = .list(
            dossier.findings.filter {
                $0.severity == .postalCopy && procedure?.component($0.component ?? "")?.kind != .form
            }
            .map { ["title": .text(title($0.component))] })
        values.merge(postalCopy(dossier, procedure)) { $1 }
        if !dossier.formerAgencies.isEmpty, !dossier.isHandedOver { values["moved"] = .text("có") }
        if let fee = dossier.findings.first(where: { $0.code == .fee })?.expected.flatMap({ Int($0) }) {
            values["feeDue"] = .text(VietnameseText.money(fee))
        }
        values["delivery"] = .text(words(for: dossier.resultRoute))
        if let procedure { values["time"] = .text(VietnameseText.time(procedure.time)) }
        if let deadlines = dossier.deadlines {
            values["appointment"] = .text(VietnameseText.moment(deadlines.due))
            let (received, complete) = (
                VietnameseText.moment(dossier.receivedAt), VietnameseText.moment(deadlines.from)
            )
            if complete != received { values["completeSince"] = .text(complete) }
            if deadlines.isDueProvisional { values["provisional"] = .text("tạm tính") }
        }
        if let fee = procedure?.fee {
            values["amount"] = .text(VietnameseText.money(fee.amount))
            if dossier.payments.isEmpty {
                values["fee"] = .text("có")
                values[dossier.receipt.level == 4 ? "account" : "atCounter"] = .text(agency?.account ?? "có")
                // Below level 4 nothing can be paid with a submission that comes online (Điều 7.1b).
                let isBefore = fee.due == .submission && dossier.receipt.level < 4
                // An online result is there for nobody who has not paid (Điều 16.3).
                let isForOnline = fee.due == .result && dossier.resultRoute == .online
                if fee.due == .result, !isForOnline { values["atResult"] = .text("có") }
                if isBefore || isForOnline { values["beforeResult"] = .text("có") }
            } else {
                values["paid"] = .text("có")
            }
        }
        return values.merging(life(of: dossier, procedure)) { $1 }
    }

    /// Whether the form is to come by post as well, and what keeps copies that came last from counting.
    private static func postalCopy(_ dossier: Dossier, _ procedure: Procedure?) -> [String: TemplateValue] {
        let open = dossier.findings.filter { $0.severity == .postalCopy }.map(\.component)
        var values: [String: TemplateValue] = [:]
        if !open.isEmpty { values["byPost"] = .text("có") }
        if open.contains(where: { $0.flatMap { procedure?.component($0) }?.kind == .form }) {
            values["postalForm"] = .text("có")
        }
        guard let copy = dossier.postalCopies.last else { return values }
        let faults = copy.findings.filter { $0.code != .copyDiffers && open.contains($0.component) }
        let others = notAskedFor(copy, open: open, dossier, procedure).map {
            FindingText.vietnameseCopy(Finding(.copyDiffers, component: $0), procedure: procedure)
        }
        let told = faults.map { FindingText.vietnameseCopy($0, procedure: procedure) } + others
        guard !told.isEmpty else { return values }
        values["copySent"] = .text(copy.trackingNumber)
        values["copyFaults"] = .list(told.map { ["fault": .text($0)] })
        return values
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
