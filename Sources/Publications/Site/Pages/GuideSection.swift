/// A part of the guide: what to do, in short sentences, and where the rule stands.
struct GuideSection {
    enum Part {
        case paragraph(Bilingual)
        case list([Bilingual])
        case steps([Bilingual])
        case heading(Bilingual)
    }

    /// Other pages link to it.
    let id: String
    let title: Bilingual
    let parts: [Part]
    /// The articles that it follows, such as `Điều 7.1`, without the word for article.
    let articles: String

    func html(_ language: SiteLanguage) -> String {
        let law = Bilingual("Căn cứ: Điều \(articles) Quy chế.", "Articles \(articles) of the Regulation.")(language)
        return "<section id=\"\(id)\">\n<h2>\(title(language))</h2>\n" + parts.map { Self.html($0, language) }.joined()
            + "<p class=\"law\">\(law)</p>\n</section>\n"
    }

    private static func html(_ part: Part, _ language: SiteLanguage) -> String {
        func items(_ texts: [Bilingual]) -> String { texts.map { "<li>\($0(language))</li>\n" }.joined() }
        return switch part {
        case .paragraph(let text): "<p>\(text(language))</p>\n"
        case .list(let texts): "<ul>\n\(items(texts))</ul>\n"
        case .steps(let texts): "<ol>\n\(items(texts))</ol>\n"
        case .heading(let text): "<h3>\(text(language))</h3>\n"
        }
    }
}
