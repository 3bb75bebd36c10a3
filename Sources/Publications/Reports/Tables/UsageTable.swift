import Dossiers

/// How often each service of level 3 and above was used and how many dossiers were answered, zero rows too (Điều 5.1b).
package struct UsageTable: Sendable {
    package let data: ReportData

    package init(_ data: ReportData) { self.data = data }

    package var report: Report {
        var report = Report(
            name: "usage", title: "Tần suất sử dụng dịch vụ công trực tuyến mức độ 3, mức độ 4", frame: data.frame)
        report.parts = [.paragraph("Điều 5 khoản 1 điểm b Quy chế."), .table(table)]
        return report
    }

    /// A service as its row names it.
    private struct Service {
        let code: String
        let name: String
        let sector: String
        let agency: AgencyCode
        let level: Int

        init(_ procedure: Procedure) {
            code = procedure.code
            name = procedure.name
            sector = procedure.sector
            agency = procedure.agency
            level = procedure.level
        }

        /// Of a procedure that the catalogue has no more.
        init(lost dossier: CountedRow) {
            code = dossier.procedure
            name = dossier.procedure
            sector = ""
            agency = dossier.agency
            level = dossier.level
        }
    }

    /// What was offered on any day of the period, and what has dossiers of the period though it ended before, or though
    /// another agency offers it.
    private func services(_ dossiers: [String: [CountedRow]]) -> [Service] {
        func isCounted(_ procedure: Procedure) -> Bool { procedure.level >= 3 && !procedure.central }
        func offered(_ code: String, in catalogue: Catalogue) -> Procedure? {
            catalogue.versions(of: code, offeredIn: data.frame.from...data.frame.to).last(where: isCounted)
        }
        var services: [String: Service] = [:]
        for code in data.catalogue.procedures.keys {
            services[code] = offered(code, in: data.catalogue).map(Service.init)
        }
        for (code, dossiers) in dossiers where services[code] == nil {
            let current = dossiers.filter { dossier in
                dossier.isOpen || data.frame.covers(dossier.receivedAt)
                    || dossier.finishedAt.map(data.frame.covers) ?? false
            }
            guard !current.isEmpty else { continue }
            let others = current.compactMap { data.procedure(of: $0) }
            if let elsewhere = offered(code, in: data.whole) ?? others.last(where: isCounted) {
                services[code] = Service(elsewhere)
            } else if let lost = current.first(where: { data.procedure(of: $0) == nil && $0.level >= 3 }) {
                services[code] = Service(lost: lost)
            }
        }
        return services.values.sorted {
            (VietnameseOrder($0.sector), $0.code) < (VietnameseOrder($1.sector), $1.code)
        }
    }

    /// Refused arrivals are the business of the agency that offers the service.
    private func refused(_ code: String, among refused: [String: ReportCell]) -> ReportCell {
        guard data.catalogue.procedures[code] != nil || data.whole.procedures[code] == nil else { return .count(0) }
        return refused[code] ?? .arrivals(0, ids: [])
    }

    package var table: ReportTable {
        let frame = data.frame
        let mine = Dictionary(grouping: data.dossiers, by: \.procedure)
        let refusedArrivals = data.arrivals(.refused)
        let services = services(mine)
        var rows = services.map { service -> ReportTable.Row in
            let all = mine[service.code] ?? []
            let used = all.filter { frame.covers($0.receivedAt) }
            let answered = all.filter { dossier in dossier.finishedAt.map(frame.covers) ?? false }
            func codes(_ dossiers: [CountedRow]) -> ReportCell { .codes(dossiers) }
            return ReportTable.Row([
                ReportCell(.text(service.code)), .text(service.name), .text(service.sector),
                ReportCell(.named(service.agency.description, data.agencyName(service.agency))), .count(service.level),
                codes(used), codes(used.filter { $0.receivedAt.day == frame.to }),
                codes(used.filter { $0.level == 2 }), codes(used.filter { $0.level == 3 }),
                codes(used.filter { $0.level == 4 }), codes(used.filter(\.cameOnline)), codes(answered),
                codes(all.filter { $0.isOpen }), refused(service.code, among: refusedArrivals),
            ])
        }
        let sums = (5...13).map { column -> ReportCell in
            let total = rows.reduce(0) { sum, row in
                if case .count(let count) = row.cells[column].value { sum + count } else { sum }
            }
            let places = rows.indices.filter { rows[$0].cells[column].behind != .nothing }
            return .sum(total, of: places.map { .init(row: $0, column: column) })
        }
        rows.append(
            ReportTable.Row(
                [ReportCell(.word("*", "")), .text("Tổng số"), .text(""), .text(""), .text("")] + sums, isTotal: true))
        var table = ReportTable(
            id: "usage", caption: "Sử dụng dịch vụ công trực tuyến từ mức độ 3. \(frame.period)",
            columns: [
                .init("procedure", "Mã thủ tục"), .init("name", "Tên dịch vụ"), .init("sector", "Lĩnh vực"),
                .init("agency", "Cơ quan"), .init("level", "Mức độ"),
                .init("submissions", "Cả kỳ", group: "Hồ sơ nộp"), .init("today", "Ngày cuối kỳ", group: "Hồ sơ nộp"),
                .init("level2", "Mức 2", group: "Nộp theo mức độ"), .init("level3", "Mức 3", group: "Nộp theo mức độ"),
                .init("level4", "Mức 4", group: "Nộp theo mức độ"), .init("online", "Trực tuyến"),
                .init("processed", "Đã xử lý"), .init("open", "Đang xử lý"), .init("refused", "Từ chối tiếp nhận"),
            ], headings: 2, rows: rows)
        table.notes = [
            "Đã xử lý là hồ sơ kết thúc trong kỳ, kể cả hồ sơ nộp từ kỳ trước. Dịch vụ chưa có hồ sơ vẫn có dòng."
        ]
        return table
    }
}
