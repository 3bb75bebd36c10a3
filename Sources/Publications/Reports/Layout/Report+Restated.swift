/// A figure that differs from the one that was issued stands beside it.
extension Report {
    /// Puts a table behind this report's first that sets each changed figure against the issued one.
    package mutating func compare(withIssued issued: Report) {
        guard let now = tables.first, let then = issued.tables.first else { return }
        func rows(_ table: ReportTable) -> [String: [ReportCell]] {
            Dictionary(
                table.rows.map { row in
                    (
                        row.cells.prefix(max(1, table.headings)).filter { !$0.isNumber }.map(\.plain).joined(
                            separator: " · "), row.cells
                    )
                }, uniquingKeysWith: { first, _ in first })
        }
        let (new, old) = (rows(now), rows(then))
        let changes = Set(new.keys).union(old.keys).sorted().flatMap { key -> [ReportTable.Row] in
            now.columns.indices.dropFirst(now.headings).compactMap { column in
                let (before, after) = (old[key]?[column], new[key]?[column])
                guard before?.plain != after?.plain else { return nil }
                return ReportTable.Row([
                    .text(key), .text((now.columns[column].group.map { "\($0): " } ?? "") + now.columns[column].title),
                    before.map { ReportCell($0.value) } ?? ReportCell(.nothing),
                    after.map { ReportCell($0.value) } ?? ReportCell(.nothing),
                ])
            }
        }
        let table = ReportTable(
            id: "restated", caption: "Số liệu điều chỉnh so với báo cáo đã phát hành",
            columns: [
                .init("row", "Dòng"), .init("column", "Cột"), .init("issued", "Đã phát hành"),
                .init("restated", "Điều chỉnh"),
            ], headings: 2, rows: changes)
        parts += [
            .heading("Điều chỉnh"),
            .paragraph(
                "Báo cáo đã phát hành tính đến dòng \(VietnameseText.number(issued.frame.ledgerNumber)) của sổ theo dõi; sau đó có "
                    + "sự kiện được ghi bổ sung cho thời gian này."), .table(table),
        ]
    }
}
