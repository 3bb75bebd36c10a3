/// A report as one page: no script, nothing from elsewhere, good on a screen and on A4.
extension Report {
    package var html: [UInt8] {
        var bytes: [UInt8] = []
        writeHTML { bytes += $0 }
        return bytes
    }

    /// Hands the same over in pieces.
    package func writeHTML<Failure: Error>(_ put: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var page = ReportText()
        page += """
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(HTMLText.escaped(title)), \(HTMLText.escaped(frame.period))</title>
            <style>\(ReportStyle.css)</style>
            </head>
            <body>
            <header>
            <h1>\(HTMLText.escaped(title))</h1>
            <p>\(HTMLText.escaped(frame.siteName)). \(frame.period). Số liệu đến \(VietnameseText.moment(frame.asOf)).</p>
            </header>
            <main>

            """
        for part in parts { try Self.write(part, into: &page, put) }
        try writeLists(into: &page, put)
        page += """
            </main>
            <footer>
            <p>Sổ theo dõi: dòng \(VietnameseText.number(frame.ledgerNumber)), mã kiểm tra <code>\(frame.ledgerHead)</code>. \
            Lịch làm việc: phiên bản <code>\(frame.calendarVersion)</code>. Danh mục thủ tục: phiên bản <code>\(frame.rulesVersion)</code>. \
            Tỷ lệ làm tròn đến một chữ số thập phân; “—” là không có hồ sơ để tính.</p>
            </footer>
            </body>
            </html>

            """
        try page.end(put)
    }

    private static func write<Failure: Error>(
        _ part: Part, into page: inout ReportText, _ put: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        switch part {
        case .heading(let text): page += "<h2>\(HTMLText.escaped(text))</h2>\n"
        case .paragraph(let text): page += "<p>\(HTMLText.escaped(text))</p>\n"
        case .table(let table): try table.write(into: &page, put)
        case .chart(let chart):
            page += figure(chart.title, chart.words, chart.isEmpty ? nil : chart.svg)
        case .months(let chart):
            page += figure(chart.title, chart.words, chart.isEmpty ? nil : chart.svg)
        }
    }

    private static func figure(_ title: String, _ words: String, _ svg: String?) -> String {
        let caption = "<figcaption><strong>\(HTMLText.escaped(title)).</strong>"
        guard let svg else { return "<figure>\n\(caption) Chưa có số liệu trong kỳ.</figcaption>\n</figure>\n" }
        return "<figure>\n\(caption)</figcaption>\n\(svg)"
            + "<details><summary>Số liệu của biểu đồ</summary><p class=\"n\">\(HTMLText.escaped(words))</p></details>\n</figure>\n"
    }

    /// The codes behind the figures, where the tables link to.
    private func writeLists<Failure: Error>(
        into page: inout ReportText, _ put: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let tables = tables.filter(\.hasLists)
        guard !tables.isEmpty else { return }
        page += "<section aria-labelledby=\"codes\">\n<h2 id=\"codes\">Mã hồ sơ theo từng ô</h2>\n<dl>\n"
        for table in tables { try table.writeLists(into: &page, put) }
        page += "</dl>\n</section>\n"
    }
}
