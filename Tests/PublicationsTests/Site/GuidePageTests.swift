import Bytes
import Dossiers
import Publications
import Testing

@Suite("The public guide")
struct GuidePageTests {
    private func page(_ language: SiteLanguage, _ limits: Limits) throws -> String {
        let site = PublishedSite(
            name: "Kon Tum", asOf: Counted.moment("2026-11-23T17:00"), today: Counted.day("2026-11-23"),
            ledgerNumber: 42, catalogue: Counted.catalogue(),
            calendars: CalendarVersions(.init(general: Counted.calendar)), limits: limits)
        let file = try #require(site.pages(language).first { $0.path == "\(language.rawValue)/guide.html" })
        return String(decoding: file.content, as: UTF8.self)
    }

    @Test(
        "How large a file may be is said exactly, in the largest unit that divides it",
        arguments: [
            (900_000, "900 KB", "900 KB"), (1_500_000, "1.500 KB", "1,500 KB"), (50_000_000, "50 MB", "50 MB"),
            (2_000_000_000, "2 GB", "2 GB"), (1_234_567, "1.234.567 byte", "1,234,567 bytes"),
        ])
    func sizes(bytes: Int, vi: String, en: String) throws {
        var limits = Limits()
        limits.fileBytes = bytes
        #expect(try page(.vi, limits).contains("Mỗi tệp không quá \(vi), cả hồ sơ không quá 200 MB."))
        #expect(try page(.en, limits).contains("No file above \(en), no dossier above 200 MB."))
    }
}
