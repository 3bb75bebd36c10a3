import Dossiers

/// The two short clocks: to be received within a working day, to be handed over within half of one.
extension ReportData {
    /// Complete dossiers that were not handed over in time by one of the two rules, those that still are not and those of the
    /// period: half a working day (Điều 14.4), and beside it the same day (NĐ 61/2018, Điều 18).
    ///
    /// What an agency was late with stands under it, though another has the dossier since.
    var handOverTable: ReportTable {
        var rows: [ReportTable.Row] = []
        for dossier in dossiers {
            for former in dossier.formerHandOvers where frame.covers(former.doneAt ?? former.givenAt) {
                if let row = handOverRow(dossier, former) { rows.append(row) }
            }
            guard let due = dossier.handOverDue, let from = dossier.handOverFrom else { continue }
            let handedOver = [dossier.handedOverAt, dossier.finishedAt].compactMap { $0 }.min()
            guard handedOver.map(frame.covers) ?? true else { continue }
            let end = dossier.handOverEnd(asOf: frame.asOf)
            let current = CountedDossier.HandOver(
                agency: dossier.agency, from: from, due: due, sameDayDue: dossier.sameDayDue, doneAt: handedOver,
                end: end,
                givenAt: end)
            if let row = handOverRow(dossier, current) { rows.append(row) }
        }
        return ReportTable(
            id: "handover", caption: "Chuyển bộ phận chuyên môn muộn",
            columns: Self.clockColumns + [
                .init("sameDayDue", "Hạn trong ngày (NĐ 61/2018)"), .init("done", "Thực hiện"),
                .init("lateHours", "½ ngày", group: "Muộn (giờ làm việc)"),
                .init("sameDayLateHours", "Trong ngày", group: "Muộn (giờ làm việc)"),
            ], rows: rows)
    }

    /// Nil where it was in time by both rules.
    private func handOverRow(
        _ dossier: CountedRow, _ handOver: CountedDossier.HandOver
    ) -> ReportTable.Row? {
        guard min(handOver.due, handOver.sameDayDue ?? handOver.due) < handOver.end else { return nil }
        let hours = clock(of: dossier, for: handOver.agency)
        return ReportTable.Row(
            clockHeads(dossier, of: handOver.agency, from: handOver.from, due: handOver.due) + [
                ReportCell(handOver.sameDayDue.map { .moment($0) } ?? .nothing),
                ReportCell(handOver.doneAt.map { .moment($0) } ?? .nothing),
                late(hours, since: handOver.due, until: handOver.end),
                handOver.sameDayDue.map { late(hours, since: $0, until: handOver.end) } ?? ReportCell(.nothing),
            ])
    }

    /// Dossiers that waited for a first look for more than a working day, open ones and those of the period.
    var receptionTable: ReportTable {
        let rows = dossiers.compactMap { dossier -> ReportTable.Row? in
            let end = dossier.countedFrom ?? frame.asOf
            // Few are left of which the due time has to be counted.
            guard dossier.countedFrom.map(frame.covers) ?? true, let due = receptionDue(dossier), due < end
            else { return nil }
            return ReportTable.Row(
                clockHeads(dossier, of: dossier.agency, from: dossier.receivedAt, due: due) + [
                    ReportCell(dossier.countedFrom.map { .moment($0) } ?? .nothing),
                    late(clock(of: dossier), since: due, until: end),
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

    private func clockHeads(
        _ dossier: CountedRow, of agency: AgencyCode, from: Moment, due: Moment
    ) -> [ReportCell] {
        [
            .text(dossier.code.description), ReportCell(.named(agency.description, agencyName(agency))),
            ReportCell(.moment(from)), ReportCell(.moment(due)),
        ]
    }

    /// The working time past a limit; it stands out where there is any.
    private func late(_ hours: WorkingClock, since due: Moment, until end: Moment) -> ReportCell {
        var cell = ReportCell(.minutes(hours.workingMinutes(from: due, to: end)))
        cell.alarm = due < end
        return cell
    }
}
