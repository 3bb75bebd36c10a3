/// A page of the published site: landmarks, headings in order, links that work wherever the site is put, and no script.
struct SitePage {
    /// What the main menu leads to.
    enum Place: String, CaseIterable {
        case home, catalogue, guide, tracking, reports, offices

        var path: String {
            switch self {
            case .home: "index.html"
            case .catalogue: "catalogue/index.html"
            case .guide: "guide.html"
            case .tracking: "track/index.html"
            case .reports: "reports/index.html"
            case .offices: "offices.html"
            }
        }

        var title: Bilingual {
            switch self {
            case .home: Bilingual("Trang chủ", "Home")
            case .catalogue: Bilingual("Thủ tục", "Procedures")
            case .guide: Bilingual("Hướng dẫn", "Guide")
            case .tracking: Bilingual("Tra cứu hồ sơ", "Track a dossier")
            case .reports: Bilingual("Số liệu", "Figures")
            case .offices: Bilingual("Cơ quan", "Offices")
            }
        }
    }

    /// A step of the way down to the page, under the menu.
    struct Step {
        let title: String
        let path: String
    }

    let language: SiteLanguage
    /// Below the language's folder.
    let path: String
    let place: Place
    let title: String
    /// Between the menu's page and this one.
    var trail: [Step] = []
    /// The title as HTML, where more is to be said of it than its text.
    var heading: String?
    /// Whether it holds tables that need all the width there is.
    var isBroad = false
    /// Whether search engines may list it.
    var isListed = true
    /// HTML after the heading.
    let content: String

    /// How links of a page lead up to its language's folder.
    static func up(from path: String) -> String {
        String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    private var up: String { Self.up(from: path) }

    func file(of site: PublishedSite) -> SiteFile {
        SiteFile("\(language.rawValue)/\(path)", Array(html(of: site).utf8))
    }

    func html(of site: PublishedSite) -> String {
        let name = HTMLText.escaped(site.name)
        return Self.head(
            language, title: "\(HTMLText.escaped(title)) – \(Self.brand(language)) \(name)", root: "../" + up,
            isListed: isListed, style: isBroad ? "broad" : nil)
                + """
                <a class="skip" href="#content">\(Bilingual("Đến nội dung chính", "Skip to the content")(language))</a>
                <header>
                <div class="top">
                <p class="brand"><a href="\(up)index.html">\(Self.brand(language)) <strong\(language == .en ? " lang=\"vi\"" : "")>\(name)</strong></a></p>
                <p class="langs"><a href="../\(up)\(language.other.rawValue)/\(path)" lang="\(language.other.rawValue)" hreflang="\(language.other.rawValue)">\(language.other.ownName)</a></p>
                </div>
                <nav class="menu" aria-label="\(Bilingual("Mục chính", "Main menu")(language))"><ul>
                \(menu)
                </ul></nav>
                </header>
                <main id="content" tabindex="-1">
                \(steps)<h1>\(heading ?? HTMLText.escaped(title))</h1>
                \(content)</main>
                <footer>
                <p>\(Self.foot(language))</p>
                </footer>
                </body>
                </html>

                """
    }

    /// Up to the body's beginning.
    static func head(_ language: SiteLanguage, title: String, root: String, isListed: Bool, style: String? = nil)
        -> String
    {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'">
        <meta name="referrer" content="no-referrer">
        \(isListed ? "" : "<meta name=\"robots\" content=\"noindex\">\n")<title>\(title)</title>
        <link rel="stylesheet" href="\(root)\(SiteStyle.name)">
        </head>
        <body\(style.map { " class=\"\($0)\"" } ?? "")>

        """
    }

    private static func brand(_ language: SiteLanguage) -> String {
        Bilingual("Dịch vụ công trực tuyến", "Online public services")(language)
    }

    private static func foot(_ language: SiteLanguage) -> String {
        Bilingual(
            "Trang này chỉ công khai mã và trạng thái hồ sơ, không công khai họ tên, giấy tờ hay thông tin nào khác của người nộp (Điều 13 khoản 5 Quy chế ban hành kèm theo Quyết định số 08/2018/QĐ-UBND).",
            "These pages show the code and state of a dossier and nothing else about whoever submitted it (Article 13.5 of the Regulation issued with Decision 08/2018/QĐ-UBND)."
        )(language)
    }

    private var menu: String {
        Place.allCases.map { item in
            let current = item == place ? " aria-current=\"\(item.path == path ? "page" : "true")\"" : ""
            return "<li><a href=\"\(up)\(item.path)\"\(current)>\(item.title(language))</a></li>"
        }.joined(separator: "\n")
    }

    private var steps: String {
        guard path != place.path else { return "" }
        let way = [Step(title: place.title(language), path: place.path)] + trail
        let items = way.map { "<li><a href=\"\(up)\($0.path)\">\(HTMLText.escaped($0.title))</a></li>" }.joined()
        return
            "<nav class=\"trail\" aria-label=\"\(Bilingual("Đường dẫn", "Where you are")(language))\"><ol>\(items)</ol></nav>\n"
    }
}
