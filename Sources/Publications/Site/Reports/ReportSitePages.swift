import Dossiers

/// The pages of the figures: one for each report of a period, and the index of all.
package struct ReportSitePages: Sendable {
    private let site: PublishedSite
    private let language: SiteLanguage

    package init(site: PublishedSite, language: SiteLanguage) {
        self.site = site
        self.language = language
    }

    private func text(_ vi: String, _ en: String) -> String { Bilingual(vi, en)(language) }

    package func page(_ report: PublicReport, of period: PublicPeriod) -> SiteFile {
        let frame = report.frame
        let words = ReportWords(language: language, frame: frame)
        let path = PublicReport.path(report.kind, period)
        let others = PublicReport.Kind.allCases.filter { $0 != report.kind }.map {
            "<li><a href=\"\($0.rawValue).html\">\($0.title(language))</a></li>"
        }.joined(separator: "\n")
        let content = """
            <p class="lead">\(report.kind.lead(language))</p>
            <p>\(words.period) \(text("Số liệu đến", "Figures up to")) \(language.moment(frame.asOf)).</p>
            \(report.tables.map { html($0, words) }.joined())<p><a href="../../../\(PublicReport.dataPath(report.kind, period))">\(text("Tải bảng đầu (CSV)", "Download the first table (CSV)"))</a></p>
            <h2>\(text("Số liệu khác của kỳ này", "More of this period"))</h2>
            <ul>
            \(others)
            </ul>
            <p class="note">\(text("Sổ theo dõi: dòng", "Ledger: line")) \(language.number(frame.ledgerNumber)), \(text("mã kiểm tra", "digest")) \(frame.ledgerHead).</p>

            """
        return SitePage(
            language: language, path: path, place: .reports,
            title: "\(report.kind.title(language)) – \(period.title(language))",
            isBroad: true, content: content
        ).file(of: site)
    }

    package func index(_ periods: [PublicPeriod]) -> SiteFile {
        func table(_ caption: String, _ periods: [PublicPeriod]) -> String {
            guard !periods.isEmpty else { return "" }
            return SiteTable(
                caption: caption,
                columns: [.init(title: text("Kỳ", "Period"))]
                    + PublicReport.Kind.allCases.map { .init(title: $0.title(language)) },
                rows: periods.map { period in
                    SiteTable.Row(
                        cells: [period.title(language)]
                            + PublicReport.Kind.allCases.map { kind in
                                "<a href=\"\(period.name)/\(kind.rawValue).html\">\(text("Xem", "Open"))<span class=\"vh\"> \(kind.title(language)), \(period.title(language))</span></a>"
                            })
                }
            ).html
        }
        let months = table(text("Theo tháng", "By month"), periods.filter { !$0.isYear })
        let years = table(text("Theo năm", "By year"), periods.filter(\.isYear))
        let content = """
            <p class="lead">\(text(
                "Số liệu tính từ sổ theo dõi hồ sơ; kỳ đang diễn ra tính đến lần cập nhật cuối.",
                "Figures counted from the ledger of dossiers; a period that is not over, up to the last update."))</p>
            \(periods.isEmpty ? "<p>\(text("Chưa có số liệu.", "There are no figures yet."))</p>\n" : months + years)<p class="note">\(SiteText.asOf(site)(language))</p>

            """
        return SitePage(
            language: language, path: SitePage.Place.reports.path, place: .reports,
            title: text("Số liệu giải quyết hồ sơ", "Figures on dossiers"), content: content
        ).file(of: site)
    }

    private func html(_ table: ReportTable, _ words: ReportWords) -> String {
        let columns = table.columns.enumerated().map { index, column in
            SiteTable.Column(
                title: words.text(column.title), group: column.group.map(words.text),
                isNumber: table.rows.first?.cells[index].isNumber ?? false)
        }
        let shown = SiteTable(
            caption: words.text(table.caption), columns: columns, heading: table.headings - 1,
            rows: table.rows.map { row in SiteTable.Row(cells: row.cells.map(words.cell), isTotal: row.isTotal) })
        let empty = table.rows.isEmpty ? "<p>\(text("Không có dòng nào.", "No rows."))</p>\n" : ""
        return shown.html + empty + table.notes.map { "<p class=\"note\">\(words.text($0))</p>\n" }.joined()
            + table.apart.map { "<p class=\"note\">\(words.text($0.words)): \(language.number($0.codes.count)).</p>\n" }
            .joined()
    }
}
