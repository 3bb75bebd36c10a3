import Dossiers

/// The two short clocks: to be received within a working day, to be handed over within half of one.
extension ReportData {
    /// Complete dossiers that were not handed over in time, open ones and those of the period's last day.
    var handOverTable: ReportTable {
        let rows = dossiers.compactMap { dossier -> ReportTable.Row? in
            guard let due = dossier.handOverDue else { return nil }
            let handedOver = [dossier.handedOverAt, dossier.finishedAt].compactMap { $0 }.min()
            let end = handedOver ?? frame.asOf
            guard due < end, handedOver.map({ $0.day == frame.to }) ?? true else { return nil }
            return clockRow(dossier, from: dossier.completedAt, due: due, end: handedOver, late: (due, end))
        }
        return clockTable(id: "handover", caption: "Chuyển bộ phận chuyên môn muộn", rows: rows)
    }

    /// Dossiers that waited for a first look for more than a working day.
    var receptionTable: ReportTable {
        let rows = dossiers.compactMap { dossier -> ReportTable.Row? in
            guard let due = receptionDue(dossier) else { return nil }
            let end = dossier.countedFrom ?? frame.asOf
            guard due < end, dossier.countedFrom.map({ $0.day == frame.to }) ?? true else { return nil }
            return clockRow(dossier, from: dossier.receivedAt, due: due, end: dossier.countedFrom, late: (due, end))
        }
        return clockTable(id: "reception", caption: "Chậm tiếp nhận", rows: rows)
    }

    /// When a dossier must have been received: one working day after it came.
    func receptionDue(_ dossier: CountedDossier) -> Moment? {
        calendar(of: dossier).deadline(after: dossier.receivedAt, workingDays: 1)
    }

    private func clockTable(id: String, caption: String, rows: [ReportTable.Row]) -> ReportTable {
        ReportTable(
            id: id, caption: caption,
            columns: [
                .init("code", "Mã hồ sơ"), .init("agency", "Cơ quan"), .init("from", "Tính từ"), .init("due", "Hạn"),
                .init("done", "Thực hiện"), .init("lateHours", "Muộn (giờ làm việc)"),
            ], rows: rows)
    }

    private func clockRow(
        _ dossier: CountedDossier, from: Moment?, due: Moment, end: Moment?, late: (from: Moment, to: Moment)
    ) -> ReportTable.Row {
        var hours = ReportCell(.minutes(calendar(of: dossier).workingMinutes(from: late.from, to: late.to)))
        hours.alarm = true
        return ReportTable.Row([
            .text(dossier.code.description),
            ReportCell(.named(dossier.agency.description, agencyName(dossier.agency))),
            ReportCell(from.map { .moment($0) } ?? .nothing), ReportCell(.moment(due)),
            ReportCell(end.map { .moment($0) } ?? .nothing), hours,
        ])
    }
}
