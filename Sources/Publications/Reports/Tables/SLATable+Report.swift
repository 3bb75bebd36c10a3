import Dossiers

/// The compliance table as it is printed, with what became no dossier and the pictures.
extension SLATable {
    private static let waiting = "Chưa đầy đủ, đang chờ"
    private static let handOver = "Chuyển chuyên môn (½ ngày)"
    private static let result = "Kết quả"

    private static let titles: [Column: (String, String?)] = [
        .received: ("Tiếp nhận", nil), .accepted: ("Đầy đủ, hợp lệ", nil),
        .awaitingSupplement: ("Bổ sung", waiting), .awaitingPostalCopy: ("Bản giấy", waiting),
        .awaitingPayment: ("Phí", waiting), .held: ("Cán bộ xem", waiting),
        .handedOverInTime: ("Đúng hạn", handOver), .handedOverLate: ("Trễ", handOver),
        .handOverPending: ("Chưa, trong hạn", handOver), .handOverOverdue: ("Chưa, quá hạn", handOver),
        .formerlyLate: ("Trễ, đã chuyển cơ quan khác", handOver), .resultDue: ("Đang, trong hạn", result),
        .resultOverdue: ("Đang, quá hạn", result),
        .resolvedInTime: ("Xong đúng hạn", result), .resolvedLate: ("Xong trễ", result),
        .refused: ("Từ chối, trả lại", result), .withdrawn: ("Xin rút", result),
        .endedLate: ("Trong đó từ chối, rút khi đã trễ", result),
    ]

    private static let late: Set<Column> = [
        .handedOverLate, .handOverOverdue, .formerlyLate, .resultOverdue, .resolvedLate, .endedLate,
    ]

    package var report: Report {
        var report = Report(name: "sla", title: "Báo cáo tuân thủ thời hạn giải quyết hồ sơ", frame: data.frame)
        report.parts = [
            .paragraph(
                "Điều 8 và Điều 14 Quy chế ban hành kèm theo Quyết định số 08/2018/QĐ-UBND của Ủy ban nhân dân tỉnh Kon Tum."
            ),
            .table(table), .heading("Không thành hồ sơ"), .table(data.otherTable),
        ]
        // A day is too little to see anything in a picture, so they go back to the first of the year.
        let year = Day(year: data.frame.to.year, month: 1, day: 1) ?? data.frame.from
        report.parts += ReportCharts(data: data.since(min(data.frame.from, year))).parts
        return report
    }

    package var table: ReportTable {
        let columns =
            [
                ReportTable.Column("agency", "Cơ quan"), .init("procedure", "Thủ tục"), .init("level", "Mức độ"),
            ]
            + Column.allCases.map {
                ReportTable.Column($0.rawValue, Self.titles[$0]?.0 ?? "", group: Self.titles[$0]?.1)
            }
            + [ReportTable.Column("onTimeShare", "Tỷ lệ đúng hạn")]
        var body = rows.map { row in
            ReportTable.Row(
                heads(row) + Column.allCases.map { .codes(row.codes[$0] ?? CodeList(), alarm: Self.late.contains($0)) }
                    + [ReportCell(.rate(Self.onTime([row])))])
        }
        let totals = Column.allCases.enumerated().map { index, column in
            ReportCell.sum(
                rows.reduce(0) { $0 + $1.count(column) },
                of: rows.indices.filter { rows[$0].count(column) > 0 }.map { .init(row: $0, column: index + 3) },
                alarm: Self.late.contains(column))
        }
        body.append(
            ReportTable.Row(
                [ReportCell(.word("*", "Tổng số")), ReportCell(.word("*", "")), ReportCell(.word("*", ""))] + totals
                    + [ReportCell(.rate(Self.onTime(rows)))],
                isTotal: true))
        var table = ReportTable(
            id: "sla", caption: "Hồ sơ tiếp nhận trong kỳ. \(data.frame.period)", columns: columns, headings: 3,
            rows: body)
        table.notes = [
            "So sánh theo giờ: đúng hạn là xong không muộn hơn giờ hẹn; hẹn lại khi giờ hẹn đã qua thì vẫn tính theo giờ hẹn trước. Tỷ lệ đúng hạn = xong đúng hạn / (xong đúng hạn + xong trễ + từ chối, rút khi đã trễ + đang quá hạn).",
            "Chưa đầy đủ, đang chờ là hồ sơ chưa đầy đủ, hợp lệ lần nào. Hồ sơ đã đầy đủ mà đang chờ người nộp, như khi cơ quan giải quyết yêu cầu bổ sung, không ở các cột này: thời hạn tạm dừng, và hồ sơ tính là Đang, trong hạn, hoặc Đang, quá hạn nếu đã trễ trước khi tạm dừng.",
            "Trong đó từ chối, rút khi đã trễ là một phần của hai cột Từ chối, trả lại và Xin rút, không cộng thêm vào hai cột đó.",
            "Hồ sơ chuyển cơ quan khác khi đã trễ thì tính trễ cho cơ quan đầu mối lúc hết hạn; chuyển chuyên môn muộn vẫn tính cho cơ quan đã để muộn.",
        ]
        table.apart = data.apart()
        return table
    }

    /// Of the results that are there or should be, or should have been when the dossier came to another end.
    private static func onTime(_ rows: [Row]) -> Rate {
        func sum(_ column: Column) -> Int { rows.reduce(0) { $0 + $1.count(column) } }
        let late = sum(.resolvedLate) + sum(.endedLate) + sum(.resultOverdue)
        return Rate(sum(.resolvedInTime), of: sum(.resolvedInTime) + late)
    }

    private func heads(_ row: Row) -> [ReportCell] {
        let agency = AgencyCode(row.group[0]).flatMap { data.catalogue.agencies[$0]?.name }
        let procedure = data.catalogue.procedures[row.group[1]]?.last?.name
        func cell(_ group: String, _ name: String?) -> ReportCell {
            group == "*" ? ReportCell(.word("*", "Tất cả")) : ReportCell(name.map { .named(group, $0) } ?? .text(group))
        }
        return [cell(row.group[0], agency), cell(row.group[1], procedure), cell(row.group[2], nil)]
    }
}
