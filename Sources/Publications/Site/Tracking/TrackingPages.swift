package import Dossiers

/// The pages that tell of one dossier each: its code and state, and what follows from the state (Điều 6.2, 13.5).
///
/// They stand at `track/CODE.html`, where whoever has the code finds them. Of what differs between them there is only the code,
/// so that a hundred thousand take seconds.
package struct TrackingPages: Sendable {
    private let language: SiteLanguage
    /// What stands between the codes.
    private let pieces: [TrackedStanding: [[UInt8]]]

    /// Stands for the code while the pages are made; no text holds it.
    private static let mark = "CODE-OF-DOSSIER"

    package init(site: PublishedSite, language: SiteLanguage) {
        self.language = language
        pieces = Dictionary(
            uniqueKeysWithValues: TrackedStanding.allCases.map { standing in
                let html = Self.page(TrackedState(standing), language).html(of: site)
                return (
                    standing, html.split(separator: Self.mark, omittingEmptySubsequences: false).map { Array($0.utf8) }
                )
            })
    }

    package func file(_ code: DossierCode, _ standing: TrackedStanding) -> SiteFile {
        let name = Array(code.description.utf8)
        return SiteFile(Self.path(code, language), Array((pieces[standing] ?? []).joined(separator: name)))
    }

    /// `vi/track/000.00.10.H34-261123-0001.html`.
    static func path(_ code: DossierCode, _ language: SiteLanguage) -> String {
        "\(language.rawValue)/track/\(code).html"
    }

    private static func page(_ state: TrackedState, _ language: SiteLanguage) -> SitePage {
        func text(_ vi: String, _ en: String) -> String { Bilingual(vi, en)(language) }
        return SitePage(
            language: language, path: "track/\(mark).html", place: .tracking,
            title: text("Hồ sơ \(mark)", "Dossier \(mark)"),
            heading: text("Hồ sơ", "Dossier") + " <span class=\"code\">\(mark)</span>",
            isListed: false,
            content: """
                <div class="state \(state.kind.rawValue)">
                <p>\(text("Trạng thái", "State"))</p>
                <p class="big">\(state.name(language))</p>
                </div>
                \(state.steps(language))<h2>\(text("Việc tiếp theo", "What comes next"))</h2>
                <p>\(state.next(language))</p>
                <p><a href="../guide.html#\(state.anchor)">\(text("Xem hướng dẫn", "More in the guide"))</a></p>
                <p class="note">\(text(
                    "Chi tiết và giấy hẹn có trong các thông báo đã gửi đến người nộp, và trong tài khoản trên Cổng dịch vụ công nếu hồ sơ được nộp bằng tài khoản.",
                    "Details and appointments are in the notices that were sent, and on the portal in the account that submitted it, where one did."))</p>

                """)
    }
}
