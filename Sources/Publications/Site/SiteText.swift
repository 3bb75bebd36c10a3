/// Sentences that stand on more than one page.
enum SiteText {
    /// Until when what a page tells is known.
    static func asOf(_ site: PublishedSite) -> Bilingual {
        func text(_ language: SiteLanguage, _ words: String, _ line: String) -> String {
            "\(words) \(language.moment(site.asOf)) (\(line) \(language.number(site.ledgerNumber)))."
        }
        return Bilingual(
            text(.vi, "Cập nhật theo sổ theo dõi hồ sơ đến", "dòng"),
            text(.en, "From the ledger of dossiers up to", "line"))
    }

    static let agency = Bilingual("Cơ quan", "Agency")
    static let procedure = Bilingual("Thủ tục", "Procedure")
    static let level = Bilingual("Mức độ", "Level")
    static let time = Bilingual("Thời hạn", "Time")
    static let fee = Bilingual("Phí, lệ phí", "Fee")
}
