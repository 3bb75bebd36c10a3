import Dossiers

/// The two short clocks: to be received within a working day, to be handed over within half of one.
extension ReportData {
    /// Complete dossiers that were not handed over in time by one of the two rules, those that still are not and those of the
    /// period: half a working day (Điều 14.4), and beside it the same day (NĐ 61/2018, Điều 18).
    var handOverTable: ReportTable {
        let rows = dossiers.compactMap { dossier -> ReportTable.Row? in
            guard let due = dossier.handOverDue else { return nil }
            let handedOver = [dossier.handedOverAt, dossier.finishedAt].compactMap { $0 }.min()
            let end = dossier.handOverEnd(asOf: frame.asOf)
            guard min(due, dossier.sameDayDue ?? due) < end, handedOver.map(frame.covers) ?? true else {
                return nil
            }
            return ReportTable.Row(
                clockHeads(dossier, from: dossier.handOverFrom, due: due) + [
                    ReportCell(dossier.sameDayDue.map { .moment($0) } ?? .nothing),
                    ReportCell(handedOver.map { .moment($0) } ?? .nothing), late(dossier, since: due, until: end),
                    dossier.sameDayDue.map { late(dossier, since: $0, until: end) } ?? ReportCell(.nothing),
                ])
        }
        return ReportTable(
            id: "handover", caption: "Chuyển bộ phận chuyên môn muộn",
            columns: Self.clockColumns + [
                .init("sameDayDue", "Hạn trong ngày (NĐ 61/2018)"), .init("done", "Thực hiện"),
                .init("lateHours", "½ ngày", group: "Muộn (giờ làm việc)"),
                .init("sameDayLateHours", "Trong ngày", group: "Muộn (giờ làm việc)"),
            ], rows: rows)
    }

    /// Dossiers that waited for a first look for more than a working day, open ones and those of the period.
    var receptionTable: ReportTable {
        let rows = dossiers.compactMap { dossier -> ReportTable.Row? in
            let end = dossier.countedFrom ?? frame.asOf
            // Few are left of which the due time has to be counted.
            guard dossier.countedFrom.map(frame.covers) ?? true, let due = receptionDue(dossier), due < end
            else { return nil }
            return ReportTable.Row(
                clockHeads(dossier, from: dossier.receivedAt, due: due) + [
                    ReportCell(dossier.countedFrom.map { .moment($0) } ?? .nothing),
                    late(dossier, since: due, until: end),
                ])
        }
        return ReportTable(
            id: "reception", caption: "Chậm tiếp nhận",
            columns: Self.clockColumns + [.init("done", "Thực hiện"), .init("lateHours", "Muộn (giờ làm việc)")],
            rows: rows)
    }

    /// When a dossier must have been received: one working day after it came.
    func receptionDue(_ dossier: CountedRow) -> Moment? {
        clock(of: dossier).calendar.deadline(after: dossier.receivedAt, workingDays: 1)
    }

    private static let clockColumns: [ReportTable.Column] = [
        .init("code", "Mã hồ sơ"), .init("agency", "Cơ quan"), .init("from", "Tính từ"), .init("due", "Hạn"),
    ]

    private func clockHeads(_ dossier: CountedRow, from: Moment?, due: Moment) -> [ReportCell] {
        [
            .text(dossier.code.description), ReportCell(.named(dossier.agency.description, agencyName(dossier.agency))),
            ReportCell(from.map { .moment($0) } ?? .nothing), ReportCell(.moment(due)),
        ]
    }

    /// The working time past a limit; it stands out where there is any.
    private func late(_ dossier: CountedRow, since due: Moment, until end: Moment) -> ReportCell {
        var cell = ReportCell(.minutes(clock(of: dossier).workingMinutes(from: due, to: end)))
        cell.alarm = due < end
        return cell
    }
}
