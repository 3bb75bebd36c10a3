import Bytes
import Dossiers
import Publications
import Testing

@Suite("Reports of the published site")
struct PublicReportTests {
    private var reports: [PublicReport] {
        get throws {
            let code = Counted.code(1)
            let others: [(String, DossierCode?, Event)] =
                RejectionReason.allCases.map { reason in
                    let rejection = Rejection(message: "m", kind: "result", channel: "agencies/x", reason: reason)
                    return ("2026-11-18T11:00", nil, .rejected(rejection))
                }
                + (ParseError.Code.allCases.map(\.rawValue) + ["wrong-folder"]).map { code in
                    let kept = Quarantined(name: "x", channel: "online", code: code, reason: "")
                    return ("2026-11-18T12:00", nil, .quarantined(kept))
                }
            let data = Counted.data(
                [
                    ("2026-11-16T08:00", code, Counted.received()),
                    ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00")),
                    ("2026-11-16T10:00", Counted.code(2), Counted.received()),
                    ("2026-11-18T10:00", code, Counted.result()),
                ] + others)
            return try PublicReport.Kind.allCases.map { try PublicReport($0, data, pendingBefore: nil) }
        }
    }

    private func site() -> PublishedSite {
        PublishedSite(
            name: "Kon Tum", asOf: Counted.moment("2026-11-23T17:00"), today: Counted.day("2026-11-23"),
            ledgerNumber: 42, catalogue: Counted.catalogue(),
            calendars: CalendarVersions(.init(general: Counted.calendar)), limits: .init())
    }

    private let period = PublicPeriod.all(from: Counted.day("2026-11-01"), to: Counted.day("2026-11-23"))[0]

    @Test("On an English page only names are Vietnamese, and marked as such")
    func english() throws {
        let names = ["Lý lịch tư pháp", "Thủ tục 2.000488", "Sở Tư pháp", "Công an tỉnh", "Kon Tum", "Tiếng Việt"]
        for report in try reports {
            let file = ReportSitePages(site: site(), language: .en).page(report, of: period)
            var text = String(decoding: file.content, as: UTF8.self)
            for name in names {
                text = text.replacing("<span lang=\"vi\">\(name)</span>", with: "")
            }
            text = text.replacing(#/<[^>]*>/#, with: " ").replacing("Tiếng Việt", with: "").replacing(
                "QĐ-UBND", with: "")
            let foreign = text.unicodeScalars.filter { $0.properties.isAlphabetic && !$0.isASCII }
            #expect(foreign.isEmpty, "\(report.kind): \(String(String.UnicodeScalarView(foreign)))")
        }
    }

    @Test("Why something became no dossier is told in words, and by no code word", arguments: SiteLanguage.allCases)
    func reasons(language: SiteLanguage) throws {
        let sla = try #require(try reports.first { $0.kind == .sla })
        let file = ReportSitePages(site: site(), language: language).page(sla, of: period)
        let text = String(decoding: file.content, as: UTF8.self)
        #expect(text.contains(language == .vi ? "Sai số tiền" : "Wrong amount"))
        for word in RejectionReason.allCases.map(\.rawValue) + ParseError.Code.allCases.map(\.rawValue) {
            #expect(!text.contains(">\(word)<"), "\(word)")
        }
    }

    @Test("Both languages show the same figures")
    func sameFigures() throws {
        for report in try reports {
            func figures(_ language: SiteLanguage) -> [Substring] {
                let file = ReportSitePages(site: site(), language: language).page(report, of: period)
                return String(decoding: file.content, as: UTF8.self).matches(
                    of: #/<td [^>]*class="d"[^>]*><span>([0-9]+)</#
                )
                .map(\.1)
            }
            #expect(!figures(.vi).isEmpty)
            #expect(figures(.vi) == figures(.en))
        }
    }

    @Test("Periods are the last twelve months and every year, none before the first day or after the last")
    func periods() {
        let periods = PublicPeriod.all(from: Counted.day("2024-06-10"), to: Counted.day("2026-02-05"))
        #expect(
            periods.map(\.name) == [
                "2026-02", "2026-01", "2025-12", "2025-11", "2025-10", "2025-09", "2025-08", "2025-07", "2025-06",
                "2025-05",
                "2025-04", "2025-03", "2026", "2025", "2024",
            ])
        #expect(periods[0].last == Counted.day("2026-02-05"))
        #expect(periods[1].last == Counted.day("2026-01-31"))
        #expect(
            PublicPeriod.all(from: Counted.day("2026-02-05"), to: Counted.day("2026-02-05")).map(\.name) == [
                "2026-02", "2026",
            ])
    }
}
