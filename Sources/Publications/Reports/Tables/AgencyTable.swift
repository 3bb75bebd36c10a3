import Dossiers

/// The agencies side by side: on-time share, use of level 3 and above, what is to be urged, and who held what for how long
/// (Điều 8.1b, 8.1c, 9.6, 10, 13.1).
package struct AgencyTable: Sendable {
    package let data: ReportData

    /// What an agency did in the period.
    struct Row {
        let agency: AgencyCode
        private(set) var received = CodeList()
        private(set) var high = CodeList()
        private(set) var inTime = CodeList()
        private(set) var late = CodeList()
        private(set) var overdue = CodeList()
        private(set) var handedOverLate = CodeList()
        /// Those whose citizens were given a new date in the period.
        private(set) var extended = CodeList()
        /// Against the published time.
        private(set) var savedSeconds = 0

        var onTime: Rate { Rate(inTime.count, of: inTime.count + late.count + overdue.count) }
        var highShare: Rate { Rate(high.count, of: received.count) }

        fileprivate var isEmpty: Bool {
            [received, inTime, late, overdue, handedOverLate, extended].allSatisfy(\.isEmpty)
        }

        init(_ agency: AgencyCode) { self.agency = agency }

        fileprivate mutating func count(_ dossier: CountedRow, in data: ReportData) {
            let code = dossier.code
            if data.frame.covers(dossier.receivedAt) {
                received.append(code)
                if dossier.level >= 3 { high.append(code) }
            }
            let isLate = dossier.due.map { $0 < dossier.clockEnd(asOf: data.frame.asOf) } ?? false
            guard let finished = dossier.finishedAt, data.frame.covers(finished) else { return }
            // What was sent back or withdrawn in time is no result, and counts neither way.
            if !isLate, dossier.ending == .resolved { inTime.append(code) }
            guard dossier.ending == .resolved, let published = dossier.published, finished < published else { return }
            savedSeconds += data.clock(of: dossier).workingSeconds(from: finished, to: published)
        }

        /// Of a dossier for whose lateness the agency answers.
        fileprivate mutating func countLate(_ dossier: CountedRow, in data: ReportData) {
            guard let due = dossier.due, due < dossier.clockEnd(asOf: data.frame.asOf) else { return }
            if dossier.isOpen { return overdue.append(dossier.code) }
            if dossier.finishedAt.map(data.frame.covers) ?? false { late.append(dossier.code) }
        }

        /// Of a dossier whose hand-over it was late with, from a moment on: in the period of that moment and in no other.
        fileprivate mutating func countHandedOverLate(_ dossier: CountedRow, since due: Moment, in data: ReportData) {
            if data.frame.covers(due) { handedOverLate.append(dossier.code) }
        }

        /// Of a dossier to which it gave a new date.
        fileprivate mutating func countExtended(_ dossier: CountedRow, in data: ReportData) {
            if let newDate = dossier.newDate, data.frame.covers(newDate.at) { extended.append(dossier.code) }
        }
    }

    package init(_ data: ReportData) { self.data = data }

    /// Best first: the on-time share, then the share of level 3 and above; agencies without results stand last.
    var rows: [Row] {
        var rows = data.catalogue.agencies.mapValues { Row($0.code) }
        for dossier in data.dossiers {
            rows[dossier.agency, default: Row(dossier.agency)].count(dossier, in: data)
            let answerable = dossier.answerable(asOf: data.frame.asOf)
            rows[answerable, default: Row(answerable)].countLate(dossier, in: data)
            if dossier.newDate != nil {
                rows[dossier.extendedBy, default: Row(dossier.extendedBy)].countExtended(dossier, in: data)
            }
            for (agency, due) in dossier.lateHandOvers(asOf: data.frame.asOf) {
                rows[agency, default: Row(agency)].countHandedOverLate(dossier, since: due, in: data)
            }
        }
        // Dossiers of before the period alone bring nobody back who is not there any more.
        return rows.values.filter { data.catalogue.agencies[$0.agency] != nil || !$0.isEmpty }.sorted { left, right in
            let order = [(left, right), (right, left)].map { one, other in
                (one.onTime.tenths ?? -1, one.highShare.tenths ?? -1, other.agency)
            }
            return order[0] > order[1]
        }
    }

    package var report: Report {
        var report = Report(name: "agencies", title: "Xếp hạng và đôn đốc các cơ quan", frame: data.frame)
        report.parts = [
            .paragraph(
                "Điều 9 khoản 6, Điều 10, Điều 13 và Điều 17 Quy chế. Bảng nêu số liệu, không thay cho kết luận của cơ quan có thẩm quyền."
            ),
            .table(ranking),
            .heading("Thời gian giữ hồ sơ của cơ quan đầu mối và cơ quan phối hợp (Điều 8 khoản 1 điểm b)"),
            .table(holding), .heading("Báo cáo hằng năm"), .paragraph(YearlyTracker(data).deadlines),
            .table(YearlyTracker(data).table),
        ]
        if let former = YearlyTracker.former(data) { report.parts.append(.table(former.table)) }
        return report
    }

    var ranking: ReportTable {
        var last: (Int?, Int?)?
        var rank = 0
        let body = rows.enumerated().map { index, row -> ReportTable.Row in
            if last.map({ $0 != (row.onTime.tenths, row.highShare.tenths) }) ?? true { rank = index + 1 }
            last = (row.onTime.tenths, row.highShare.tenths)
            return ReportTable.Row([
                row.onTime.tenths == nil ? ReportCell(.nothing) : .count(rank),
                ReportCell(.named(row.agency.description, data.agencyName(row.agency))),
                .codes(row.received), .codes(row.high), ReportCell(.rate(row.highShare)), .codes(row.inTime),
                .codes(row.late, alarm: true), .codes(row.overdue, alarm: true), ReportCell(.rate(row.onTime)),
                .codes(row.handedOverLate, alarm: true), ReportCell(.minutes(row.savedSeconds / 60)),
                .codes(row.extended),
            ])
        }
        var table = ReportTable(
            id: "ranking",
            caption: "Xếp hạng theo tỷ lệ đúng hạn, rồi theo tỷ lệ hồ sơ mức độ 3, 4. \(data.frame.period)",
            columns: [
                .init("rank", "Hạng"), .init("agency", "Cơ quan"), .init("received", "Tiếp nhận"),
                .init("level3", "Mức 3, 4", group: "Trực tuyến"), .init("level3Share", "Tỷ lệ", group: "Trực tuyến"),
                .init("inTime", "Đúng hạn", group: "Kết quả"), .init("late", "Trễ", group: "Kết quả"),
                .init("overdue", "Đang quá hạn", group: "Kết quả"),
                .init("onTimeShare", "Tỷ lệ đúng hạn", group: "Kết quả"),
                .init("handedOverLate", "Chuyển muộn quá ½ ngày"), .init("savedHours", "Giờ làm việc rút ngắn"),
                .init("extended", "Hẹn lại"),
            ], headings: 2, rows: body)
        table.notes = [
            "Giờ làm việc rút ngắn là tổng thời gian từ lúc có kết quả đến lúc hết thời hạn đã công bố (Điều 8.1c), dù cơ quan đã hẹn sớm hơn hoặc hẹn lại.",
            "Trễ là hồ sơ kết thúc khi giờ hẹn đã qua, kể cả từ chối, trả lại, xin rút; từ chối, trả lại, xin rút trong hạn thì không tính.",
            "Hồ sơ chuyển cơ quan khác khi đã quá hạn thì tính trễ, quá hạn cho cơ quan đầu mối lúc hết hạn; chuyển muộn quá ½ ngày tính cho cơ quan đã để muộn.",
            "Chuyển muộn quá ½ ngày là hồ sơ hết nửa ngày làm việc trong kỳ mà chưa được chuyển, kể cả hồ sơ tiếp nhận từ kỳ trước; mỗi cơ quan tính một hồ sơ một lần.",
            "Hẹn lại là hồ sơ được hẹn lại trong kỳ; hẹn lại khi giờ hẹn đã qua thì hồ sơ vẫn là trễ (Điều 8.1a).",
        ]
        return table
    }

    var holding: ReportTable {
        var lead: [AgencyCode: Int] = [:]
        var support: [AgencyCode: Int] = [:]
        for dossier in data.dossiers where dossier.isHandedOn || !dossier.coAgencies.isEmpty {
            let spent = TimeSpent(of: dossier, until: data.frame.asOf, clock: data.clock(of: dossier))
            lead[dossier.agency, default: 0] += spent.agency
            for agency in Set(dossier.coAgencies).union(spent.coAgencies.keys) {
                let seconds = spent.coAgencies[agency] ?? 0
                if dossier.wasLed(by: agency) {
                    lead[agency, default: 0] += seconds
                } else {
                    support[agency, default: 0] += seconds
                }
            }
        }
        let agencies = Set(lead.keys).union(support.keys).sorted()
        return ReportTable(
            id: "holding",
            caption: "Hồ sơ có cơ quan phối hợp hoặc đã chuyển cơ quan khác: số giờ làm việc mỗi cơ quan giữ hồ sơ",
            columns: [
                .init("agency", "Cơ quan"), .init("leadHours", "Đầu mối (giờ)"),
                .init("supportHours", "Phối hợp (giờ)"),
            ],
            rows: agencies.map {
                ReportTable.Row([
                    ReportCell(.named($0.description, data.agencyName($0))), ReportCell(.minutes((lead[$0] ?? 0) / 60)),
                    ReportCell(.minutes((support[$0] ?? 0) / 60)),
                ])
            })
    }
}
