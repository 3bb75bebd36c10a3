import Dossiers

/// The compliance report as one page: no script, nothing from elsewhere, good on a screen and on A4.
extension SLAReport {
    /// `names` gives an agency's or a procedure's name for its code.
    package func html(names: [String: String]) -> [UInt8] {
        let title = "Báo cáo tuân thủ thời hạn giải quyết hồ sơ"
        let period =
            frame.from == frame.to
            ? VietnameseText.day(frame.to)
            : "từ \(VietnameseText.day(frame.from)) đến \(VietnameseText.day(frame.to))"
        var page = """
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(title)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <h1>\(title)</h1>
            <p>\(HTMLText.escaped(frame.siteName)), \(period). Số liệu đến \(VietnameseText.moment(frame.asOf)).</p>
            <table>
            <caption>Hồ sơ tiếp nhận trong kỳ (Điều 8, Điều 14 Quy chế kèm theo Quyết định 08/2018/QĐ-UBND)</caption>
            <thead>
            <tr><th rowspan="2" scope="col">Cơ quan</th><th rowspan="2" scope="col">Thủ tục</th><th rowspan="2" scope="col">Mức độ</th>\
            <th rowspan="2" scope="col">Tiếp nhận</th><th rowspan="2" scope="col">Đầy đủ, hợp lệ</th>\
            <th colspan="4" scope="colgroup">Đang chờ</th><th colspan="4" scope="colgroup">Chuyển bộ phận chuyên môn (½ ngày)</th>\
            <th colspan="2" scope="colgroup">Kết quả</th></tr>
            <tr>\(["Bổ sung", "Bưu điện", "Phí", "Cán bộ", "Đúng hạn", "Quá hạn", "Trong hạn", "Đang quá hạn", "Trong hạn", "Đang quá hạn"].map { "<th scope=\"col\">\($0)</th>" }.joined())</tr>
            </thead>
            <tbody>

            """
        for (index, row) in rows.enumerated() { page += tableRow(row, names, index: index) }
        page += "</tbody>\n<tfoot>\n" + tableRow(total, names, index: nil) + "</tfoot>\n</table>\n"
        page += "<h2>Không thành hồ sơ</h2>\n<ul>\n"
        for other in frame.others {
            page += "<li>\(HTMLText.escaped(Self.words[other.word] ?? other.word)): \(other.count)</li>\n"
        }
        page += "</ul>\n<h2>Mã hồ sơ theo từng dòng</h2>\n"
        for (index, row) in rows.enumerated() { page += details(row, names, index: index) }
        page += """
            <footer><p>Sổ theo dõi: \(frame.ledgerNumber) dòng; mã kiểm tra \(HTMLText.escaped(frame.ledgerHead)).</p></footer>
            </body>
            </html>

            """
        return Array(page.utf8)
    }

    private func tableRow(_ row: SLARow, _ names: [String: String], index: Int?) -> String {
        let heads = row.group.enumerated().map { position, code -> String in
            if index == nil { return position == 0 ? "<th scope=\"row\" colspan=\"3\">Tổng số</th>" : "" }
            let text = code == "*" ? "tất cả" : code
            let name = names[code].map { "<br><small>\(HTMLText.escaped($0))</small>" } ?? ""
            return position == 0
                ? "<th scope=\"row\">\(HTMLText.escaped(text))\(name)</th>"
                : "<td>\(HTMLText.escaped(text))\(name)</td>"
        }
        let cells = SLARow.Column.allCases.map { column -> String in
            let count = row.count(column)
            let late = [.handedOverLate, .handOverOverdue, .resultOverdue].contains(column) && count > 0
            let figure =
                index.map { count > 0 ? "<a href=\"#r\($0)-\(column.rawValue)\">\(count)</a>" : "0" } ?? "\(count)"
            return "<td class=\"n\(late ? " late" : "")\">\(figure)</td>"
        }
        return "<tr>" + heads.joined() + cells.joined() + "</tr>\n"
    }

    private func details(_ row: SLARow, _ names: [String: String], index: Int) -> String {
        var text = "<details><summary>\(HTMLText.escaped(row.group.joined(separator: " · ")))</summary>\n<dl>\n"
        for column in SLARow.Column.allCases {
            guard let codes = row.codes[column], !codes.isEmpty else { continue }
            text += "<dt id=\"r\(index)-\(column.rawValue)\">\(Self.titles[column] ?? "")</dt>"
            text += "<dd>\(codes.map(\.description).joined(separator: ", "))</dd>\n"
        }
        return text + "</dl></details>\n"
    }

    private static let titles: [SLARow.Column: String] = [
        .received: "Tiếp nhận", .accepted: "Đầy đủ, hợp lệ", .awaitingSupplement: "Chờ bổ sung",
        .awaitingPostalCopy: "Chờ bản giấy qua bưu điện", .awaitingPayment: "Chờ nộp phí, lệ phí",
        .held: "Chờ cán bộ xem xét", .handedOverInTime: "Chuyển đúng hạn", .handedOverLate: "Chuyển quá hạn",
        .handOverPending: "Chưa chuyển, trong hạn", .handOverOverdue: "Chưa chuyển, đang quá hạn",
        .resultDue: "Đang giải quyết, trong hạn", .resultOverdue: "Đang giải quyết, quá hạn",
    ]

    private static let words = [
        "refused": "Từ chối tiếp nhận", "repeated": "Gửi trùng", "rejected": "Thông điệp không có hiệu lực",
        "quarantined": "Không đọc được, đang cách ly", "unmatched": "Tệp không thuộc hồ sơ nào",
    ]

    private static let style = """
        :root{color-scheme:light dark}body{font:16px/1.45 "Times New Roman",Tinos,serif;margin:1.5rem;max-width:80rem}\
        h1{font-size:1.5rem}h2{font-size:1.15rem}table{border-collapse:collapse;width:100%}caption{text-align:left;font-style:italic;padding:.3rem 0}\
        th,td{border:1px solid #888;padding:.25rem .4rem;text-align:left;vertical-align:top}thead th{background:#8882}\
        .n{text-align:right;font-variant-numeric:tabular-nums}.late{font-weight:bold;color:#b00020}tfoot{font-weight:bold}a{color:inherit}\
        small{color:#555}dd{overflow-wrap:anywhere}footer{font-size:.85rem;overflow-wrap:anywhere}\
        @media(prefers-color-scheme:dark){.late{color:#ff8a80}small{color:#bbb}}\
        @page{size:A4 landscape;margin:12mm}@media print{body{margin:0;font-size:10pt;max-width:none}}
        """
}
