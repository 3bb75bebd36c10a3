import Dossiers

/// What stands beside the dossiers in a report.
extension ReportData {
    /// Arrivals of the period that became no dossier, by kind and reason; none is lost (Điều 4.1).
    var otherTable: ReportTable {
        var counts: [Counting.Other.Kind: [String: Int]] = [:]
        for (other, count) in others where (frame.from...frame.to).contains(other.day) {
            counts[other.kind, default: [:]][other.detail, default: 0] += count
        }
        var rows: [ReportTable.Row] = []
        for kind in Counting.Other.Kind.allCases {
            let reasons = counts[kind] ?? [:]
            let named = arrivals(kind).filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
            let places = named.indices.filter { named[$0].value.behind != .nothing }.map {
                ReportCell.Place(row: rows.count + 1 + $0, column: 2)
            }
            let word = ReportCell.text(Self.words[kind] ?? kind.rawValue)
            rows.append(
                ReportTable.Row([word, .text("tất cả"), .sum(reasons.values.reduce(0, +), of: places)]))
            rows += named.map { ReportTable.Row([word, reason($0.key, of: kind), $0.value]) }
        }
        return ReportTable(
            id: "others", caption: "Lượt gửi không thành hồ sơ trong kỳ, theo lý do",
            columns: [.init("kind", "Loại"), .init("reason", "Lý do, thủ tục"), .init("count", "Số lượt")], headings: 2,
            rows: rows)
    }

    /// For programs the stable word, for people what it means; what was refused goes by its procedure.
    private func reason(_ word: String, of kind: Counting.Other.Kind) -> ReportCell {
        let words: String? =
            switch kind {
            case .rejected: ReasonName.rejection(word)
            case .quarantined: ReasonName.quarantine(word)
            case .refused, .repeated, .unmatched: nil
            }
        if let words { return ReportCell(.word(word, words)) }
        let procedure = kind == .refused ? catalogue.procedures[word]?.last?.name : nil
        return ReportCell(procedure.map { .named(word, $0) } ?? .text(word))
    }

    /// The dossiers that no table of the decree counts, named.
    func apart(inPeriod: Bool = true) -> [ReportTable.Apart] {
        func apart(_ dossiers: [CountedRow], _ words: String) -> [ReportTable.Apart] {
            let here = dossiers.filter { !inPeriod || frame.covers($0.receivedAt) }
            return here.isEmpty ? [] : [ReportTable.Apart(words: words, codes: CodeList(here))]
        }
        return apart(central, "Không tính hồ sơ thuộc hệ thống của Bộ, ngành Trung ương (Điều 2.2)")
            + apart(suspect, "Không tính hồ sơ được đánh dấu nghi vi phạm (Điều 4.5)")
            + apart(early, "Không tính hồ sơ tiếp nhận trước ngày 20/4/2018, ngày Quyết định có hiệu lực")
    }

    private static let words: [Counting.Other.Kind: String] = [
        .refused: "Từ chối tiếp nhận", .repeated: "Gửi trùng", .rejected: "Thông điệp không có hiệu lực",
        .quarantined: "Không đọc được, đang cách ly", .unmatched: "Tệp không thuộc hồ sơ nào",
    ]
}
