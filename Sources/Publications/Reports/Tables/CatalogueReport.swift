package import Dossiers

/// The services by sector, with all that a citizen must know, and what is missing of it, agency by agency
/// (Điều 5.1a, 5.2, 11, 13.2 to 13.4).
package struct CatalogueReport: Sendable {
    private let data: ReportData

    package init(_ data: ReportData) { self.data = data }

    private var services: [Procedure] { Self.services(of: data.catalogue, on: data.frame.to) }

    /// The procedures as they hold on a day, by sector.
    static func services(of catalogue: Catalogue, on day: Day) -> [Procedure] {
        catalogue.procedures.keys.compactMap { catalogue.procedure($0, on: day) }
            .sorted { ($0.sector, $0.code) < ($1.sector, $1.code) }
    }

    package var report: Report {
        var report = Report(name: "catalogue", title: "Danh mục dịch vụ công trực tuyến", frame: data.frame)
        report.parts = [
            .paragraph("Danh mục có hiệu lực ngày \(VietnameseText.short(data.frame.to)), theo ngành, lĩnh vực.")
        ]
        for (sector, members) in Dictionary(grouping: services, by: \.sector).sorted(by: {
            VietnameseOrder($0.key) < VietnameseOrder($1.key)
        }) {
            report.parts += [.heading(sector), .table(table(sector, members, number: report.tables.count + 1))]
        }
        report.parts += [
            .heading("Nội dung còn thiếu theo cơ quan (Điều 5 khoản 2, Điều 13)"), .table(gapTable()),
            .heading("Thay đổi của danh mục (Điều 13 khoản 4)"), .table(changes),
        ]
        return report
    }

    private func table(_ sector: String, _ members: [Procedure], number: Int) -> ReportTable {
        ReportTable(
            id: "s\(number)", caption: "Lĩnh vực \(sector)",
            columns: [
                .init("procedure", "Thủ tục"), .init("level", "Mức độ"), .init("agency", "Cơ quan thực hiện, phối hợp"),
                .init("components", "Thành phần hồ sơ"), .init("time", "Thời hạn"), .init("fee", "Phí, lệ phí"),
                .init("result", "Kết quả"), .init("steps", "Trình tự"),
                .init("responsibilities", "Trách nhiệm các bên"),
                .init("legalBasis", "Căn cứ pháp lý"),
            ],
            rows: members.map { procedure in
                let components = procedure.components.map {
                    $0.title + ($0.required ? "" : " (nếu có)") + ($0.original ? " (mang bản chính để đối chiếu)" : "")
                }
                let agencies = [procedure.agency] + procedure.coAgencies
                return ReportTable.Row([
                    ReportCell(.named(procedure.code, procedure.name)),
                    procedure.central ? .text("thuộc Bộ") : .count(procedure.level),
                    .text(agencies.map(data.agencyName).joined(separator: "; ")),
                    .text(components.joined(separator: "; ")), .text(time(procedure)), .text(fee(procedure)),
                    .text(procedure.result),
                    .text(procedure.guidance.steps.map(step).joined(separator: "; ")),
                    .text(procedure.guidance.responsibilities.map(responsibility).joined(separator: "; ")),
                    .text(procedure.guidance.legalBasis ?? ""),
                ])
            })
    }

    private func day(_ day: Day?) -> ReportCell { ReportCell(day.map { .day($0) } ?? .nothing) }

    private func time(_ procedure: Procedure) -> String {
        VietnameseText.time(procedure.time)
            + (procedure.promisedDays.map { ", cam kết \($0) ngày làm việc" } ?? "")
    }

    private func fee(_ procedure: Procedure) -> String {
        guard let fee = procedure.fee else { return "Không thu" }
        return "\(VietnameseText.money(fee.amount)), \(fee.due == .submission ? "khi nộp hồ sơ" : "khi nhận kết quả")"
    }

    private func step(_ step: Guidance.Step) -> String {
        guard let hours = step.hours else { return step.text }
        return "\(step.text) (\(ReportCell(.minutes(Int((hours * 60).rounded()))).vietnamese) giờ)"
    }

    private func responsibility(_ responsibility: Guidance.Responsibility) -> String {
        let names = ["citizen": "Người nộp", "agency": "Cơ quan thực hiện", "coAgency": "Cơ quan phối hợp"]
        return "\(names[responsibility.party] ?? responsibility.party): \(responsibility.text)"
    }

    /// What the decree wants published of a procedure, and is not in the catalogue.
    package static func gaps(of procedure: Procedure) -> [String] {
        guard !procedure.central else { return [] }
        let guidance = procedure.guidance
        return [
            procedure.components.isEmpty ? "thành phần hồ sơ" : nil,
            procedure.level < 2 && !procedure.forms.isEmpty ? "có mẫu đơn mà dưới mức độ 2" : nil,
            guidance.steps.isEmpty ? "trình tự, quy trình giải quyết (Điều 13.3)" : nil,
            guidance.responsibilities.isEmpty ? "trách nhiệm các bên (Điều 5.2)" : nil,
            guidance.legalBasis == nil ? "căn cứ pháp lý" : nil,
            guidance.roadmap == nil ? "lộ trình năm tiếp theo (Điều 17.3)" : nil,
        ].compactMap { $0 }
    }

    /// - Parameter agency: nil for all.
    func gapTable(of agency: AgencyCode? = nil) -> ReportTable {
        let mine = Dictionary(grouping: services.filter { !$0.central }, by: \.agency)
        let whose = agency.map { [$0] } ?? data.catalogue.agencies.keys.sorted()
        let rows = whose.flatMap { agency -> [ReportTable.Row] in
            let name = ReportCell(.named(agency.description, data.agencyName(agency)))
            guard let procedures = mine[agency], !procedures.isEmpty else {
                return [ReportTable.Row([name, .text("—"), .text("chưa có dịch vụ nào trong danh mục (Điều 13.2)")])]
            }
            return procedures.compactMap { procedure in
                let gaps = Self.gaps(of: procedure)
                guard !gaps.isEmpty else { return nil }
                return ReportTable.Row([
                    name, ReportCell(.named(procedure.code, procedure.name)), .text(gaps.joined(separator: "; ")),
                ])
            }
        }
        return ReportTable(
            id: "gaps", caption: "Nội dung còn thiếu",
            columns: [.init("agency", "Cơ quan"), .init("procedure", "Thủ tục"), .init("missing", "Còn thiếu")],
            headings: 2, rows: rows)
    }

    /// Every version that begins or ends on a day of its own.
    private var changes: ReportTable {
        let versions = data.catalogue.procedures.values.joined().compactMap { procedure in
            (procedure.validFrom ?? procedure.validUntil).map { (day: $0, procedure: procedure) }
        }.sorted { ($0.day, $0.procedure.code) < ($1.day, $1.procedure.code) }
        return ReportTable(
            id: "changes", caption: "Phiên bản thủ tục theo ngày có hiệu lực",
            columns: [
                .init("from", "Từ ngày"), .init("procedure", "Thủ tục"), .init("level", "Mức độ"),
                .init("time", "Thời hạn"), .init("until", "Đến hết ngày"),
            ],
            headings: 2,
            rows: versions.map {
                ReportTable.Row([
                    day($0.procedure.validFrom), ReportCell(.named($0.procedure.code, $0.procedure.name)),
                    .count($0.procedure.level), .text(time($0.procedure)), day($0.procedure.validUntil),
                ])
            })
    }
}
