package import Dossiers

/// How somebody without a script finds a code: by its address, or by agency and day, as the code itself names them.
package struct TrackingIndex: Sendable {
    /// A dossier as the public may know it.
    package struct Item: Sendable {
        package let code: DossierCode
        package let standing: TrackedStanding

        package init(code: DossierCode, standing: TrackedStanding) {
            self.code = code
            self.standing = standing
        }
    }

    private let site: PublishedSite
    private let language: SiteLanguage

    package init(site: PublishedSite, language: SiteLanguage) {
        self.site = site
        self.language = language
    }

    private func text(_ vi: String, _ en: String) -> String { Bilingual(vi, en)(language) }

    private static func path(_ agency: AgencyCode) -> String { "track/\(agency)/index.html" }

    /// The dossiers of an agency that got their code on one day, in the order of their numbers.
    package func day(_ day: Day, of agency: AgencyCode, _ items: [Item]) -> SiteFile {
        let table = SiteTable(
            caption: text("Mã hồ sơ cấp ngày \(language.day(day))", "Codes given on \(language.day(day))"),
            columns: [.init(title: text("Mã hồ sơ", "Code")), .init(title: text("Trạng thái", "State"))],
            rows: items.map { item in
                SiteTable.Row(cells: [
                    "<a class=\"code\" href=\"../\(item.code).html\">\(item.code)</a>",
                    TrackedState(item.standing).name(language),
                ])
            })
        return SitePage(
            language: language, path: "track/\(agency)/\(day).html", place: .tracking,
            title: text("Hồ sơ ngày \(language.day(day))", "Dossiers of \(language.day(day))"),
            trail: [.init(title: agency.description, path: Self.path(agency))], isListed: false,
            content: "<p class=\"lead\">\(language.vietnamese(site.agencyName(agency)))</p>\n\(table.html)"
        ).file(of: site)
    }

    /// The days of an agency, newest month first.
    package func agency(_ agency: AgencyCode, _ days: [(day: Day, count: Int)]) -> SiteFile {
        let months = Dictionary(grouping: days) { $0.day.description.prefix(7) }.sorted { $0.key > $1.key }
        let content = months.map { _, days -> String in
            let title = days.first.map { language.month($0.day) } ?? ""
            let items = days.sorted { $0.day < $1.day }.map { day, count in
                "<li><a href=\"\(day).html\">\(language.day(day))<span>\(dossiers(count))</span></a></li>"
            }.joined(separator: "\n")
            return "<section>\n<h2>\(title)</h2>\n"
                + "<ul class=\"days\">\n\(items)\n</ul>\n</section>\n"
        }.joined()
        return SitePage(
            language: language, path: Self.path(agency), place: .tracking, title: site.agencyName(agency),
            heading: language.vietnamese(site.agencyName(agency)), isListed: false,
            content:
                "<p class=\"lead\">\(text("Chọn ngày cấp mã: sáu chữ số giữa của mã là năm, tháng, ngày.", "Choose the day of the code: its six digits in the middle are year, month and day."))</p>\n"
                + content
        ).file(of: site)
    }

    /// The way to every code.
    package func start(_ agencies: [(agency: AgencyCode, count: Int)]) -> SiteFile {
        let table = SiteTable(
            caption: text("Phần đầu của mã là mã cơ quan", "A code begins with that of its agency"),
            columns: [
                .init(title: SiteText.agency(language)), .init(title: text("Đầu mã", "Begin of the code")),
                .init(title: text("Số hồ sơ", "Dossiers"), isNumber: true),
            ],
            rows: agencies.map { agency, count in
                SiteTable.Row(cells: [
                    "<a href=\"\(agency)/index.html\">\(language.vietnamese(site.agencyName(agency)))</a>",
                    "<span class=\"code\">\(agency)</span>", language.number(count),
                ])
            })
        let example = "000.00.10.H34-261123-0001"
        return SitePage(
            language: language, path: SitePage.Place.tracking.path, place: .tracking,
            title: text("Tra cứu hồ sơ", "Track a dossier"),
            content: """
                <p class="lead">\(text(
                    "Mã hồ sơ có trong thông báo và giấy hẹn, ví dụ <span class=\"code\">\(example)</span>.",
                    "The code stands in every notice, such as <span class=\"code\">\(example)</span>."))</p>
                <section>
                <h2>\(text("Theo địa chỉ", "By address"))</h2>
                <p>\(text(
                    "Thay “index.html” trong địa chỉ của trang này bằng mã hồ sơ và “.html”:",
                    "In this page’s address, put the code and “.html” in place of “index.html”:"))</p>
                <pre>…/\(language.rawValue)/track/\(example).html</pre>
                </section>
                <section>
                <h2>\(text("Theo cơ quan và ngày", "By agency and day"))</h2>
                \(agencies.isEmpty ? "<p>\(text("Chưa có hồ sơ nào.", "There are no dossiers yet."))</p>\n" : table.html)</section>
                <p class="note">\(SiteText.asOf(site)(language)) \(text(
                    "Hồ sơ đã kết thúc quá một năm không còn ở đây.",
                    "Dossiers that ended more than a year before are no longer here."))</p>

                """
        ).file(of: site)
    }

    private func dossiers(_ count: Int) -> String {
        text("\(language.number(count)) hồ sơ", count == 1 ? "1 dossier" : "\(language.number(count)) dossiers")
    }
}
