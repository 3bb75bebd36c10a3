package import Dossiers

/// Which agencies have sent their report of the year, and until when they may (Điều 17.3).
package struct YearlyTracker: Sendable {
    /// How an agency stands.
    package enum Status: String, Sendable { case sent, sentLate, missing, late }

    package let data: ReportData
    package let reports: YearlyReports

    package init(_ data: ReportData) { self.init(data, year: data.frame.to.year) }

    private init(_ data: ReportData, year: Int) {
        self.data = data
        reports = YearlyReports(year: year, calendar: data.calendar)
    }

    /// The year before, all through a year that began while one of its reports was owed; nil else, and where the site has
    /// nothing of that year.
    package static func former(_ data: ReportData) -> YearlyTracker? {
        let former = YearlyTracker(data, year: data.frame.to.year - 1)
        let last = former.lastDay
        guard former.statuses.contains(where: { $0.at.map { $0.day > last } ?? true }),
            data.yearlyReports.contains(where: { $0.year == former.reports.year })
                || data.dossiers.contains(where: { $0.receivedAt.day <= last })
        else { return nil }
        return former
    }

    /// The year's, or the last that is known.
    private var lastDay: Day {
        min(data.frame.lastKnownDay, Day(year: reports.year, month: 12, day: 31) ?? data.frame.lastKnownDay)
    }

    /// In the order of their codes.
    package var statuses: [(agency: AgencyCode, status: Status, at: Moment?)] {
        let sent = Dictionary(
            data.yearlyReports.filter { $0.year == reports.year }.map { ($0.agency, $0.at) }, uniquingKeysWith: min)
        let serving = data.catalogue.agencies.values.filter { $0.serves(on: lastDay) }
        return serving.map(\.code).sorted().map { agency in
            guard let at = sent[agency] else {
                return (agency, isBefore(data.frame.lastKnownDay) ? .missing : .late, nil)
            }
            return (agency, isBefore(at.day) ? .sent : .sentLate, at)
        }
    }

    /// Strictly before 30 November.
    private func isBefore(_ day: Day) -> Bool {
        Day(year: reports.year, month: 11, day: 30).map { day < $0 } ?? true
    }

    package var deadlines: String {
        func text(_ day: Day?) -> String {
            day.map { "\(Self.weekdays[$0.weekday.rawValue]) \(VietnameseText.short($0))" } ?? "—"
        }
        return
            "Các cơ quan gửi báo cáo trước ngày 30/11/\(reports.year), kèm lộ trình dịch vụ công trực tuyến năm tiếp theo; ngày làm việc "
            + "cuối cùng là \(text(reports.agenciesUntil)). Sở Thông tin và Truyền thông báo cáo Ủy ban nhân dân tỉnh trước ngày "
            + "31/12/\(reports.year); ngày làm việc cuối cùng là \(text(reports.departmentUntil))."
    }

    package var table: ReportTable {
        let words: [Status: String] = [
            .sent: "Đã gửi", .sentLate: "Gửi muộn", .missing: "Chưa gửi", .late: "Chưa gửi, đã quá hạn",
        ]
        let sent = data.yearlyReports.filter { $0.year == reports.year }
        return ReportTable(
            id: reports.year == data.frame.to.year ? "yearly" : "yearlyFormer",
            caption: "Báo cáo năm \(reports.year) của các cơ quan (Điều 17 khoản 3)",
            columns: [
                .init("agency", "Cơ quan"), .init("status", "Tình trạng"), .init("sentAt", "Ngày gửi"),
                .init("roadmap", "Dịch vụ trong lộ trình"),
            ],
            rows: statuses.map { agency, status, at in
                var cell = ReportCell(.word(status.rawValue, words[status] ?? ""))
                cell.alarm = status == .late || status == .sentLate
                let steps = sent.last { $0.agency == agency }?.roadmap.count
                return ReportTable.Row([
                    ReportCell(.named(agency.description, data.agencyName(agency))), cell,
                    ReportCell(at.map { .moment($0) } ?? .nothing), ReportCell(steps.map { .count($0) } ?? .nothing),
                ])
            })
    }

    private static let weekdays = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
}
