package import Bytes
package import Dossiers

/// What the published site is made from beside the dossiers, and its pages that tell of no dossier.
///
/// Everything in it follows from the ledger, the configuration and the day, so that the same ones give the same bytes.
package struct PublishedSite: Sendable {
    let name: String
    /// The time of the ledger's last entry: as of when dossiers and figures hold.
    package let asOf: Moment
    /// The day as of which catalogue, agencies and hours hold, though the ledger may be quiet.
    let today: Day
    let ledgerNumber: Int
    let catalogue: Catalogue
    let calendars: CalendarVersions
    let limits: Limits

    package init(
        name: String, asOf: Moment, today: Day, ledgerNumber: Int, catalogue: Catalogue, calendars: CalendarVersions,
        limits: Limits
    ) {
        self.name = name
        self.asOf = asOf
        self.today = today
        self.ledgerNumber = ledgerNumber
        self.catalogue = catalogue
        self.calendars = calendars
        self.limits = limits
    }

    /// The style of all pages; its name changes with it, so that pages that are not yet rewritten keep the one they need.
    package var style: SiteFile { SiteFile(SiteStyle.name, Array(SiteStyle.css.utf8)) }

    /// Guide, offices and the catalogue with a page for each procedure.
    package func pages(_ language: SiteLanguage) -> [SiteFile] {
        let pages =
            [GuidePage(site: self, language: language).page, OfficesPage(site: self, language: language).page]
            + procedures.map { ProcedurePage($0, site: self, language: language).page }
            + [CataloguePage(site: self, language: language).page]
        return pages.map { $0.file(of: self) }
    }

    /// The pages from which a visit begins: the choice of language, and the home page in each.
    package var entrances: [SiteFile] {
        SiteLanguage.allCases.map { HomePage(site: self, language: $0).page.file(of: self) }
            + [SiteFile("index.html", LanguagePage(site: self).bytes)]
    }

    /// As they hold today, in the order of a Vietnamese index.
    var procedures: [Procedure] { CatalogueReport.services(of: catalogue, on: today) }

    /// Those that answer dossiers today, by code.
    var agencies: [Agency] {
        catalogue.agencies.values.filter { $0.serves(on: today) }.sorted { $0.code < $1.code }
    }

    func agencyName(_ code: AgencyCode) -> String { catalogue.agencies[code]?.name ?? code.description }
}
