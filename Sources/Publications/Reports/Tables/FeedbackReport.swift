import Dossiers

/// What citizens and agencies have said, counted by service and agency (Điều 9.4, 17.5); the words stay in the register.
package struct FeedbackReport: Sendable {
    private let data: ReportData

    package init(_ data: ReportData) { self.data = data }

    package var report: Report {
        var report = Report(name: "feedback", title: "Tổng hợp thông tin phản hồi, kiến nghị", frame: data.frame)
        report.parts = [
            .paragraph(
                "Điều 9 khoản 4 và Điều 17 khoản 5 Quy chế. Nội dung từng ý kiến nằm trong sổ theo dõi, không in ở đây."
            ),
            .table(table),
        ]
        return report
    }

    package var table: ReportTable {
        struct Key: Hashable { let agency: AgencyCode?, procedure: String? }
        let said = data.feedbacks.filter { data.frame.covers($0.at) }
        let groups = Dictionary(grouping: said) { Key(agency: $0.agency, procedure: $0.procedure) }
        let rows = groups.sorted { left, right in
            (left.key.agency?.description ?? "~", left.key.procedure ?? "~")
                < (right.key.agency?.description ?? "~", right.key.procedure ?? "~")
        }.map { key, members -> ReportTable.Row in
            let procedure = key.procedure.map { code -> ReportCell in
                let name = data.catalogue.procedures[code]?.last?.name
                return ReportCell(name.map { .named(code, $0) } ?? .text(code))
            }
            let dossiers = Set(members.compactMap(\.dossier)).sorted()
            return ReportTable.Row([
                key.agency.map { ReportCell(.named($0.description, data.agencyName($0))) } ?? .text("chung"),
                procedure ?? .text("—"), .count(members.count), .codes(CodeList(dossiers)),
                ReportCell(members.map(\.at).max().map { .moment($0) } ?? .nothing),
            ])
        }
        return ReportTable(
            id: "feedback", caption: "Ý kiến theo cơ quan và dịch vụ. \(data.frame.period)",
            columns: [
                .init("agency", "Cơ quan"), .init("procedure", "Dịch vụ"), .init("count", "Số ý kiến"),
                .init("dossiers", "Hồ sơ được nhắc đến"), .init("last", "Gần nhất"),
            ], headings: 2,
            rows: rows + [
                ReportTable.Row(
                    [
                        ReportCell(.word("*", "Tổng số")), ReportCell(.word("*", "")), .count(said.count),
                        .count(Set(said.compactMap(\.dossier)).count), ReportCell(.nothing),
                    ], isTotal: true)
            ])
    }
}
