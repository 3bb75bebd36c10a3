import Dossiers

/// A report as anybody may see it: figures alone, since a code beside a procedure would say more than a state (Điều 13.5).
package struct PublicReport: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case sla
        case national = "II.06a"
        case usage, agencies

        var title: Bilingual {
            switch self {
            case .sla: Bilingual("Tuân thủ thời hạn", "Deadlines kept")
            case .national: Bilingual("Tình hình giải quyết (Biểu II.06a)", "Dossiers answered (form II.06a)")
            case .usage: Bilingual("Sử dụng dịch vụ trực tuyến", "Use of online services")
            case .agencies: Bilingual("So sánh các cơ quan", "Agencies side by side")
            }
        }

        var lead: Bilingual {
            switch self {
            case .sla:
                Bilingual(
                    "Hồ sơ tiếp nhận trong kỳ của từng cơ quan: đã kiểm tra, đã chuyển, đã có kết quả, đúng hay quá hạn (Điều 8, Điều 14).",
                    "The dossiers received in the period, by agency: examined, handed over, answered, in time or late (Articles 8 and 14)."
                )
            case .national:
                Bilingual(
                    "Biểu số II.06a/VPCP/KSTT. Đơn vị tính: số hồ sơ TTHC.",
                    "The national form II.06a/VPCP/KSTT, by sector; unit: dossiers.")
            case .usage:
                Bilingual(
                    "Tần suất sử dụng và số hồ sơ đã xử lý của từng dịch vụ từ mức độ 3 (Điều 5 khoản 1 điểm b).",
                    "How often each service of level 3 and above was used, and how many dossiers were answered (Article 5.1b)."
                )
            case .agencies:
                Bilingual(
                    "Xếp theo tỷ lệ đúng hạn. Bảng nêu số liệu, không thay cho kết luận của cơ quan có thẩm quyền (Điều 9 khoản 6, Điều 10).",
                    "In the order of the share answered in time. It states figures and judges nobody (Articles 9.6 and 10)."
                )
            }
        }
    }

    package let kind: Kind
    let frame: ReportFrame
    let tables: [ReportTable]

    /// Throws `ReportDiscrepancy` where figures do not add up.
    package init(_ kind: Kind, _ data: ReportData, pendingBefore: CodeList?) throws(ReportDiscrepancy) {
        self.kind = kind
        frame = data.frame
        switch kind {
        case .sla: tables = [try SLATable(data, by: .agency).table.without(["procedure", "level"]), data.otherTable]
        case .national: tables = [try NationalTable(data, pendingBefore: pendingBefore).table.without(["tt"])]
        case .usage: tables = [UsageTable(data).table.without(["agency", "today"])]
        case .agencies:
            let table = AgencyTable(data)
            tables = [table.ranking.without([]), table.holding.without([])]
        }
    }

    /// For spreadsheets, the same in both languages.
    package func data(of period: PublicPeriod) -> SiteFile { SiteFile(Self.dataPath(kind, period), tables[0].csv) }

    static func dataPath(_ kind: Kind, _ period: PublicPeriod) -> String { "data/\(period.name)/\(kind.rawValue).csv" }

    /// `vi/reports/2026-11/sla.html`.
    static func path(_ kind: Kind, _ period: PublicPeriod) -> String { "reports/\(period.name)/\(kind.rawValue).html" }
}

extension ReportTable {
    /// The same without some of its columns, and without the codes behind its figures.
    fileprivate func without(_ keys: Set<String>) -> ReportTable {
        let kept = columns.indices.filter { !keys.contains(columns[$0].key) }
        var table = ReportTable(
            id: id, caption: caption, columns: kept.map { columns[$0] },
            headings: kept.filter { $0 < headings }.count,
            rows: rows.map { row in Row(kept.map { row.cells[$0].alone }, isTotal: row.isTotal) })
        table.notes = notes
        table.apart = apart
        return table
    }
}

extension ReportCell {
    /// Without what stands behind it, whose places are those of the whole table.
    fileprivate var alone: ReportCell {
        var cell = ReportCell(value)
        cell.alarm = alarm
        return cell
    }
}
