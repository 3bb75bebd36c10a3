import Dossiers

/// The late list, with the clocks of reception and hand-over beside it.
extension LateList {
    package var report: Report {
        var report = Report(name: "late", title: "Danh sách hồ sơ quá hạn", frame: data.frame)
        report.parts = [
            .table(table), .heading("Sắp đến hạn"), .table(Reminders(data).table),
            .heading("Chưa chuyển bộ phận chuyên môn trong nửa ngày làm việc (Điều 14.4)"),
            .table(data.handOverTable), .heading("Chậm tiếp nhận quá một ngày làm việc"), .table(data.receptionTable),
        ]
        return report
    }

    package var table: ReportTable {
        var table = ReportTable(
            id: "late", caption: "Hồ sơ quá hạn tính đến \(VietnameseText.short(data.frame.asOf))",
            columns: [
                .init("code", "Mã hồ sơ"), .init("procedure", "Thủ tục"), .init("agency", "Cơ quan"),
                .init("received", "Tiếp nhận"), .init("due", "Hẹn trả"),
                .init("newDate", "Hẹn lại"), .init("finished", "Xong"),
                .init("lateDays", "Ngày", group: "Quá hạn (giờ làm việc)"),
                .init("lateHours", "Giờ", group: "Quá hạn (giờ làm việc)"), .init("cause", "Nguyên nhân"),
                .init("holder", "Cơ quan đã giữ hồ sơ"),
                .init("citizenHours", "Người nộp", group: "Thời gian giữ hồ sơ (giờ)"),
                .init("feeHours", "Phí, lệ phí", group: "Thời gian giữ hồ sơ (giờ)"),
                .init("coAgencyHours", "Phối hợp, đầu mối trước", group: "Thời gian giữ hồ sơ (giờ)"),
                .init("agencyHours", "Đầu mối", group: "Thời gian giữ hồ sơ (giờ)"), .init("state", "Trạng thái"),
            ], rows: items.map(row))
        table.notes = [
            "Ngày là ngày làm việc đủ giờ; giờ là phần còn lại. Nguyên nhân là cơ quan đầu mối lúc hết hạn, nếu hồ sơ đã chuyển cơ quan khác sau đó; "
                + "nếu không thì là cơ quan phối hợp đang giữ hồ sơ; nếu hồ sơ đã về cơ quan "
                + "đầu mối thì là cơ quan phối hợp, hoặc cơ quan đầu mối trước, đã giữ không ít hơn thời gian quá hạn, còn lại là cơ quan đầu mối (Điều 8.1b). "
                + "Thời gian tạm dừng không tính là quá hạn, cũng không tính cho cơ quan nào; các cơ quan phối hợp giữ hồ sơ cùng lúc thì tính một lần.",
            "Hồ sơ từ chối, trả lại hoặc xin rút khi giờ hẹn đã qua cũng là quá hạn, đến lúc kết thúc.",
            "Hẹn lại khi giờ hẹn đã qua thì hồ sơ vẫn quá hạn theo giờ hẹn trước (Điều 8.1a); ngày hẹn mới ghi bên cạnh.",
        ]
        return table
    }

    private func row(_ item: Item) -> ReportTable.Row {
        let dossier = item.dossier
        let day = max(1, data.clock(of: dossier).calendar.ordinaryDayMinutes)
        var late = ReportCell(.count(item.minutes / day))
        late.alarm = true
        return ReportTable.Row([
            .text(dossier.code.description), ReportCell(.named(dossier.procedure, data.procedureName(dossier))),
            ReportCell(.named(dossier.agency.description, data.agencyName(dossier.agency))),
            ReportCell(.moment(dossier.receivedAt)), ReportCell(.moment(item.due)),
            ReportCell(dossier.newDate.map { .moment($0.date) } ?? .nothing),
            ReportCell(dossier.finishedAt.map { .moment($0) } ?? .nothing), late,
            ReportCell(.minutes(item.minutes % day)), ReportCell(Self.word(item.cause)), holder(item.cause),
            ReportCell(.minutes(item.spent.citizen / 60)), ReportCell(.minutes(item.spent.fee / 60)),
            ReportCell(.minutes(item.spent.coAgency / 60)), ReportCell(.minutes(item.spent.agency / 60)),
            ReportCell(.word(dossier.state.rawValue, dossier.state.vietnamese)),
        ])
    }

    private static func word(_ cause: TimeSpent.Holder) -> ReportCell.Value {
        switch cause {
        case .coAgency: .word("co-agency", "Cơ quan phối hợp")
        case .formerLead: .word("former-lead", "Cơ quan đầu mối trước")
        case .agency: .word("agency", "Cơ quan đầu mối")
        }
    }

    private func holder(_ cause: TimeSpent.Holder) -> ReportCell {
        switch cause {
        case .coAgency(let code), .formerLead(let code):
            ReportCell(.named(code.description, data.agencyName(code)))
        case .agency: ReportCell(.nothing)
        }
    }
}
