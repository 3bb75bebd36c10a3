package import Dossiers

/// Phiếu kiểm soát quá trình giải quyết hồ sơ: who had a dossier from when to when, and whether in time.
package enum ControlSheet {
    /// The page, made of the dossier as it stands.
    ///
    /// - Parameters:
    ///   - names: of agencies, by code.
    ///   - calendar: by which the time of an agency for its hand-over runs, where the ledger keeps none.
    package static func html(
        _ dossier: Dossier, context: NoticeContext, names: [AgencyCode: String],
        calendar: (AgencyCode) -> WorkingCalendar, templates: NoticeTemplates
    ) -> [UInt8] {
        var values = NoticeValues.of(.receipt, context)
        let set = FormSet.on(dossier.receivedAt.day)
        values[.number] = .text("\(dossier.code.number)/PKS")
        if let rule = set.rule, let number = set.number(of: .control) {
            values[.rule] = .text(rule)
            values[.formNumber] = .text(number)
        }
        values[.coAgencies] = .list(
            dossier.agencies.dropFirst().map { [.coAgency: .text(names[$0] ?? $0.description)] })
        values[.rows] = .list(rows(dossier, names, calendar))
        return templates.sheet(.control, on: dossier.receivedAt.day).bytes(values)
    }

    /// A row for each hand-over: to every agency, back from it, and to the citizen.
    private static func rows(
        _ dossier: Dossier, _ names: [AgencyCode: String], _ calendar: (AgencyCode) -> WorkingCalendar
    ) -> [TemplateRow] {
        func name(_ agency: AgencyCode) -> String { names[agency] ?? agency.description }
        let office = "Bộ phận tiếp nhận và trả kết quả"
        var rows = [
            row(
                from: dossier.receipt.submitter.organization == nil ? "Người nộp hồ sơ" : "Tổ chức nộp hồ sơ",
                to: office, given: dossier.receivedAt, taken: dossier.receivedAt)
        ]
        for holding in dossier.holdings {
            let due =
                dossier.handOverDue(of: holding)
                ?? calendar(holding.agency).strictHandOver(after: holding.from, pauses: dossier.pauses)
            let inTime = holding.acknowledgedAt.flatMap { taken in
                dossier.deadlines.map { _ in dossier.clockEnd(by: taken) <= due ?? taken ? "Đúng hạn" : "Quá hạn" }
            }
            if !holding.isContinued {
                rows.append(
                    row(
                        from: office, to: name(holding.agency), given: holding.from, taken: holding.acknowledgedAt,
                        outcome: inTime))
            }
            guard let to = holding.to, holding.isAnswered else { continue }
            // No term of a co-agency's own is published: its part is in time where the whole is (Điều 8.1b).
            rows.append(
                row(
                    from: name(holding.agency), to: office, given: to, taken: to,
                    outcome: dossier.dueDay.map { outcome(to, due: $0) },
                    note: holding.agency == dossier.agency ? pauses(of: dossier) : nil))
        }
        if let collection = dossier.collection {
            rows.append(
                row(
                    from: office, to: "Người nộp hồ sơ", given: collection.collectedAt, taken: collection.collectedAt,
                    note: collection.trackingNumber.map { "Bưu gửi \($0)" }))
        }
        return rows
    }

    private static func row(
        from: String, to: String, given: Moment, taken: Moment?, outcome: String? = nil, note: String? = nil
    ) -> TemplateRow {
        [
            .giver: .text(from), .taker: .text(to), .given: .text(VietnameseText.moment(given)),
            .taken: .text(taken.map { VietnameseText.moment($0) } ?? ""), .outcome: .text(outcome ?? ""),
            .note: .text(note ?? ""),
        ]
    }

    /// By days, as the national table counts (domain: Biểu II.06a): before the day, on it, after it.
    private static func outcome(_ done: Moment, due: Day) -> String {
        done.day < due ? "Trước hạn" : done.day == due ? "Đúng hạn" : "Quá hạn"
    }

    private static func pauses(of dossier: Dossier) -> String? {
        let texts = dossier.pauses.map { pause in
            let cause = DerivationWords.vietnamese.causes[pause.cause] ?? pause.cause.rawValue
            let until = pause.to.map { " đến \(VietnameseText.short($0))" } ?? ""
            return "Tạm dừng từ \(VietnameseText.short(pause.from))\(until): \(cause)"
        }
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }
}
