package import Dossiers

/// A draft of the report of a year: an agency's with its roadmap (Điều 17.3), or the department's for the province (17.1).
package struct YearlyDraft: Sendable {
    private let data: ReportData
    private let agency: AgencyCode?

    /// - Parameter agency: nil for the province.
    package init(_ data: ReportData, agency: AgencyCode?) {
        self.data = data
        self.agency = agency
    }

    /// Throws where the figures do not add up.
    package func report() throws(ReportDiscrepancy) -> Report {
        let mine = agency.map { data.only($0) } ?? data
        let tracker = YearlyTracker(data)
        let whose = agency.map(data.agencyName) ?? "tỉnh (\(data.frame.siteName))"
        var report = Report(
            name: agency.map { "yearly-\($0)" } ?? "yearly",
            title: "Báo cáo năm \(data.frame.to.year) về dịch vụ công trực tuyến, \(whose) (dự thảo)", frame: data.frame
        )
        report.parts = [
            .paragraph(tracker.deadlines), .heading("Tình hình, kết quả giải quyết"),
            .table(try NationalTable(mine).table), .heading("Sử dụng dịch vụ mức độ 3, 4"),
            .table(UsageTable(mine).table), .heading("Khối lượng tiếp nhận (Điều 9 khoản 5, Điều 17 khoản 1)"),
            .table(load(mine)), .heading("Lộ trình dịch vụ công trực tuyến năm \(data.frame.to.year + 1)"),
            .table(roadmap(mine)), .heading("Phản hồi, kiến nghị"), .table(FeedbackReport(mine).table),
        ]
        if let agency {
            report.parts += [
                .heading("Tuân thủ Điều 5 và Điều 8 (Điều 13 khoản 1)"),
                .table(CatalogueReport(mine).gapTable(of: agency)),
                .table(try SLATable(mine, by: .procedure).table),
            ]
        } else {
            let log = RunLog(data)
            report.parts += [
                .heading("Báo cáo của các cơ quan"), .table(tracker.table),
                .heading("Vận hành hệ thống (Điều 17 khoản 2)"), .paragraph(log.summary), .table(log.table),
            ]
        }
        return report
    }

    /// By month: how many came, the fullest day and the fullest hour.
    private func load(_ data: ReportData) -> ReportTable {
        let here = data.dossiers.filter { data.frame.covers($0.receivedAt) }
        let months = Dictionary(grouping: here) { dossier -> Int in
            let civil = dossier.receivedAt.day.civil
            return civil.year * 12 + civil.month - 1
        }
        let rows = months.sorted { $0.key < $1.key }.map { month, dossiers -> ReportTable.Row in
            func peak(_ key: (CountedRow) -> Int) -> (key: Int, value: Int) {
                Dictionary(dossiers.map { (key($0), 1) }, uniquingKeysWith: +)
                    .max { ($0.value, -$0.key) < ($1.value, -$1.key) } ?? (0, 0)
            }
            let day = peak { $0.receivedAt.day.number }
            return ReportTable.Row([
                .text("\(padded(month % 12 + 1, 2))/\(month / 12)"), .count(dossiers.count),
                .count(day.value), ReportCell(.day(Day(number: day.key))),
                .count(peak { ($0.receivedAt.seconds + $0.receivedAt.offset) / 3600 }.value),
            ])
        }
        return ReportTable(
            id: "load", caption: "Số hồ sơ tiếp nhận theo tháng, ngày cao điểm và giờ cao điểm",
            columns: [
                .init("month", "Tháng"), .init("received", "Hồ sơ"), .init("peakDay", "Số hồ sơ của ngày cao điểm"),
                .init("peakDate", "Ngày cao điểm"), .init("peakHour", "Số hồ sơ của giờ cao điểm"),
            ], rows: rows)
    }

    /// What the agency sent, else what the catalogue plans, else a line to fill in.
    private func roadmap(_ data: ReportData) -> ReportTable {
        let sent = data.yearlyReports.filter { $0.year == data.frame.to.year }.flatMap(\.roadmap)
        let services = data.catalogue.procedures.keys.sorted()
            .compactMap { data.catalogue.procedure($0, on: data.frame.to) }
            .filter { procedure in !procedure.central && (agency.map { $0 == procedure.agency } ?? true) }
        return ReportTable(
            id: "roadmap", caption: "Lộ trình: dịch vụ, mức độ hiện tại, mức độ dự kiến, thời gian",
            columns: [
                .init("procedure", "Dịch vụ"), .init("level", "Hiện tại"), .init("target", "Dự kiến"),
                .init("by", "Thời gian"), .init("text", "Nội dung"),
            ],
            rows: services.map { procedure in
                let step = sent.last { $0.procedure == procedure.code }
                let target = step?.target ?? procedure.guidance.roadmapLevel
                return ReportTable.Row([
                    ReportCell(.named(procedure.code, procedure.name)), .count(step?.level ?? procedure.level),
                    ReportCell(target.map { .count($0) } ?? .nothing),
                    ReportCell(step?.by.map { .day($0) } ?? .nothing),
                    .text(step?.text ?? procedure.guidance.roadmap ?? ""),
                ])
            })
    }
}
