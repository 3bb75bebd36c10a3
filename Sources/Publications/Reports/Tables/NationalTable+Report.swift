import Dossiers

/// The form as it is printed.
extension NationalTable {
    private static let columns: [ReportTable.Column] = [
        .init("tt", "TT", number: 1), .init("linhVuc", "Lĩnh vực, công việc giải quyết", number: 2),
        .init("tiepNhan", "Tổng số", group: "Tiếp nhận", number: 3),
        .init("trucTuyen", "Trực tuyến", group: "Tiếp nhận", number: 4),
        .init("trucTiepBuuChinh", "Trực tiếp, dịch vụ bưu chính", group: "Tiếp nhận", number: 5),
        .init("tuKyTruoc", "Từ kỳ trước", group: "Tiếp nhận", number: 6),
        .init("daGiaiQuyet", "Tổng số", group: "Đã giải quyết", number: 7),
        .init("truocHan", "Trước hạn", group: "Đã giải quyết", number: 8),
        .init("dungHan", "Đúng hạn", group: "Đã giải quyết", number: 9),
        .init("quaHan", "Quá hạn", group: "Đã giải quyết", number: 10),
        .init("dangGiaiQuyet", "Tổng số", group: "Đang giải quyết", number: 11),
        .init("trongHan", "Trong hạn", group: "Đang giải quyết", number: 12),
        .init("dangQuaHan", "Quá hạn", group: "Đang giải quyết", number: 13),
    ]

    package var report: Report {
        var report = Report(
            name: "II.06a", title: "Tình hình, kết quả giải quyết thủ tục hành chính tại \(frame.siteName)",
            frame: frame)
        report.parts = [
            .paragraph(
                "Biểu số II.06a/VPCP/KSTT. Kỳ báo cáo: \(frame.period). Đơn vị báo cáo: \(frame.siteName). Đơn vị nhận báo cáo: "
                    + "……………. Đơn vị tính: Số hồ sơ TTHC."),
            .table(table),
        ]
        return report
    }

    var table: ReportTable {
        var body = rows.enumerated().map { index, row in
            ReportTable.Row(
                [.count(index + 1), .text(row.sector)]
                    + Self.figures {
                        .codes(row.codes[$0] ?? CodeList(), alarm: $1)
                    } sums: {
                        .sum(
                            $0.reduce(0) { $0 + row.count($1) },
                            of: $0.map { .init(row: index, column: $0.rawValue - 1) })
                    })
        }
        body.append(
            ReportTable.Row(
                [.text(""), .text("Tổng số")]
                    + Self.figures { column, alarm in
                        .sum(
                            rows.reduce(0) { $0 + $1.count(column) },
                            of: rows.indices.filter { rows[$0].count(column) > 0 }.map {
                                .init(row: $0, column: column.rawValue - 1)
                            }, alarm: alarm)
                    } sums: { columns in
                        .sum(
                            columns.reduce(0) { sum, column in sum + rows.reduce(0) { $0 + $1.count(column) } },
                            of: columns.map { .init(row: rows.count, column: $0.rawValue - 1) })
                    }, isTotal: true))
        var table = ReportTable(
            id: "b", caption: "Tình hình, kết quả giải quyết TTHC. \(frame.period)", columns: Self.columns, headings: 2,
            rows: body)
        table.notes = [
            "So sánh theo ngày: xong trước ngày hẹn là trước hạn, trong ngày hẹn là đúng hạn; hồ sơ trả lại hoặc xin rút tính "
                + "vào đúng hạn; hồ sơ hẹn lại sau ngày hẹn vẫn tính theo ngày hẹn trước; hồ sơ chờ bổ sung, chờ bản giấy, chờ nộp phí "
                + "tính vào đang giải quyết trong hạn. Đang quá hạn là ngày hẹn trước ngày \(VietnameseText.short(frame.lastKnownDay)). "
                + "Cột 3 = 4 + 5 + 6 = 7 + 11; 7 = 8 + 9 + 10; 11 = 12 + 13."
        ]
        if !unreceived.isEmpty {
            table.apart = [.init(words: "Không tính hồ sơ mới đăng ký, chưa tiếp nhận", codes: unreceived)]
        }
        if !notTakenIn.isEmpty {
            table.apart += [.init(words: "Không tính hồ sơ không được tiếp nhận (trạng thái 3)", codes: notTakenIn)]
        }
        table.apart += apart
        return table
    }

    /// The eleven figures in the form's order.
    private static func figures(
        _ cell: (Column, Bool) -> ReportCell, sums: ([Column]) -> ReportCell
    ) -> [ReportCell] {
        [sums([.online, .direct, .carried]), cell(.online, false), cell(.direct, false), cell(.carried, false)]
            + [sums([.early, .inTime, .late]), cell(.early, false), cell(.inTime, false), cell(.late, true)]
            + [sums([.pending, .pendingLate]), cell(.pending, false), cell(.pendingLate, true)]
    }
}
