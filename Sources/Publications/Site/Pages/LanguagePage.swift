/// The site's first page: the choice of a language, in both.
struct LanguagePage {
    let site: PublishedSite

    var bytes: [UInt8] {
        let name = HTMLText.escaped(site.name)
        let html =
            SitePage.head(.vi, title: "Dịch vụ công trực tuyến \(name)", root: "", isListed: true)
                + """
                <main class="choice" id="content">
                <h1>Dịch vụ công trực tuyến \(name)</h1>
                <ul class="tiles">
                <li><a href="vi/index.html" hreflang="vi">Tiếng Việt</a><p>Thủ tục, hướng dẫn nộp hồ sơ, tra cứu hồ sơ</p></li>
                <li lang="en"><a href="en/index.html" hreflang="en">English</a><p>Procedures, how to submit, tracking a dossier</p></li>
                </ul>
                </main>
                </body>
                </html>

                """
        return Array(html.utf8)
    }
}
