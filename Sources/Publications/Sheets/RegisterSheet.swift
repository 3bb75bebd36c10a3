package import Dossiers

/// Sổ theo dõi hồ sơ: a line for each dossier of a period.
///
/// It shows names and addresses, and is for the office alone.
package enum RegisterSheet {
    /// The page of the dossiers, in the order of their receipt.
    package static func html(
        _ dossiers: some Sequence<Dossier>, from: Day, to: Day, agency: String?, site: String, catalogue: Catalogue,
        templates: NoticeTemplates
    ) -> [UInt8] {
        let ordered = dossiers.sorted { ($0.receivedAt, $0.code) < ($1.receivedAt, $1.code) }
        let set = FormSet.on(to)
        var values: TemplateValues = [
            .site: .text(site), .agency: .text(agency ?? ""),
            .since: .text(VietnameseText.short(from)), .until: .text(VietnameseText.short(to)),
            .count: .text(String(ordered.count)),
            .dossiers: .list(ordered.enumerated().map { row($1, index: $0 + 1, catalogue) }),
        ]
        if let rule = set.rule, let number = set.number(of: .register) {
            values[.rule] = .text(rule)
            values[.formNumber] = .text(number)
        }
        return templates.sheet(.register, on: to).bytes(values)
    }

    private static func row(_ dossier: Dossier, index: Int, _ catalogue: Catalogue) -> TemplateRow {
        let submitter = dossier.receipt.submitter
        let contact = [submitter.address, submitter.phone].compactMap { $0?.revealed }.joined(separator: "; ")
        let due = dossier.certainDue.map { due in
            VietnameseText.short(due) + (dossier.deadlines?.isDueProvisional == true ? " (tạm tính)" : "")
        }
        return [
            .number: .text(String(index)), .code: .text(dossier.code.description),
            .procedure: .text(catalogue.procedure(of: dossier)?.name ?? dossier.receipt.procedure),
            .name: .text((submitter.organization ?? submitter.name).revealed), .address: .text(contact),
            .agency: .text(catalogue.agencies[dossier.agency]?.name ?? dossier.agency.description),
            .received: .text(VietnameseText.short(dossier.receivedAt)), .due: .text(due ?? ""),
            .returned: .text(dossier.collection.map { VietnameseText.short($0.collectedAt) } ?? ""),
            .route: .text(route(dossier.resultRoute)),
            .signed: .text(dossier.collection?.signedReceiptOn.map { VietnameseText.short($0.day) } ?? ""),
            // What an agency gave up was taken in before.
            .note: .text(
                dossier.agencyRefusal == nil ? dossier.state.vietnamese : DossierState.words(dossier.nationalState)),
        ]
    }

    /// As short as a column of the book is.
    private static func route(_ route: ResultDelivery) -> String {
        switch route {
        case .online: "Trực tuyến"
        case .counter: "Trực tiếp"
        case .post: "Bưu chính"
        }
    }
}
