/// The guide for citizens: how to submit, what to bring, how to pay, paper copies, deadlines, rights (Điều 5.1b).
struct GuidePage {
    let site: PublishedSite
    let language: SiteLanguage

    var page: SitePage {
        SitePage(
            language: language, path: SitePage.Place.guide.path, place: .guide,
            title: Bilingual("Hướng dẫn nộp hồ sơ trực tuyến", "How to submit a dossier online")(language),
            content: content)
    }

    private var content: String {
        let sections = GuideText.sections(limits: site.limits)
        let contents = sections.map { "<li><a href=\"#\($0.id)\">\($0.title(language))</a></li>" }.joined(
            separator: "\n")
        let lead = Bilingual(
            "Theo Quy chế ban hành kèm theo Quyết định số 08/2018/QĐ-UBND của Ủy ban nhân dân tỉnh Kon Tum. Trang này giải thích bằng lời đơn giản; khi cần, xin xem nguyên văn Quy chế.",
            "According to the Regulation issued with Decision 08/2018/QĐ-UBND of the People’s Committee of Kon Tum province. This page explains it in plain words; the Regulation itself, in Vietnamese, is what holds."
        )(language)
        return """
            <p class="lead">\(lead)</p>
            <nav class="toc" aria-labelledby="toc"><h2 id="toc">\(Bilingual("Trong trang này", "On this page")(language))</h2>
            <ul>
            \(contents)
            </ul></nav>

            """ + sections.map { $0.html(language) }.joined()
    }
}
