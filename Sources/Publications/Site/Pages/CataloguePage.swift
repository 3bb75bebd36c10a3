import Dossiers

/// All procedures by sector, with a link to the page of each (Điều 5.1a).
struct CataloguePage {
    let site: PublishedSite
    let language: SiteLanguage

    var page: SitePage {
        SitePage(
            language: language, path: SitePage.Place.catalogue.path, place: .catalogue,
            title: Bilingual("Thủ tục theo lĩnh vực", "Procedures by sector")(language), content: content)
    }

    private var content: String {
        let sectors = Dictionary(grouping: site.procedures, by: \.sector).sorted {
            VietnameseOrder($0.key) < VietnameseOrder($1.key)
        }
        let lead = Bilingual(
            "Mỗi thủ tục ghi rõ giấy tờ cần nộp, thời hạn, phí, cơ quan giải quyết và mức độ trực tuyến. Danh mục có hiệu lực ngày \(language.day(site.today)).",
            "Each procedure names the papers to submit, the time, the fee, the agency and the level at which it is offered online. As in force on \(language.day(site.today)). Names are given in Vietnamese, as they were published."
        )(language)
        return "<p class=\"lead\">\(lead)</p>\n"
            + sectors.map { sector, members in
                "<section>\n<h2>\(language.vietnamese(sector))</h2>\n\(table(sector, members).html)</section>\n"
            }.joined()
    }

    private func table(_ sector: String, _ members: [Procedure]) -> SiteTable {
        SiteTable(
            caption: Bilingual("Lĩnh vực ", "Sector ")(language) + language.vietnamese(sector), isCaptionHidden: true,
            columns: [SiteText.procedure, SiteText.level, SiteText.agency, SiteText.time, SiteText.fee].map {
                SiteTable.Column(title: $0(language))
            },
            rows: members.map { procedure in
                SiteTable.Row(cells: [
                    "<a href=\"\(procedure.code).html\">\(language.vietnamese(procedure.name))</a><small>\(procedure.code)</small>",
                    language.level(procedure), language.vietnamese(site.agencyName(procedure.agency)),
                    language.time(of: procedure), language.fee(procedure),
                ])
            })
    }
}
