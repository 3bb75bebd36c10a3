import Dossiers

/// Where a citizen finds the way: five doors, and as of when the site holds.
struct HomePage {
    let site: PublishedSite
    let language: SiteLanguage

    var page: SitePage {
        SitePage(
            language: language, path: SitePage.Place.home.path, place: .home,
            title: Bilingual("Dịch vụ công trực tuyến \(site.name)", "Online public services of \(site.name)")(
                language),
            content: content)
    }

    private static let doors: [(SitePage.Place, Bilingual, Bilingual)] = [
        (
            .catalogue, Bilingual("Tìm thủ tục", "Find a procedure"),
            Bilingual(
                "Thành phần hồ sơ, thời hạn, phí, cơ quan giải quyết của từng thủ tục.",
                "The papers, time, fee and agency of each procedure.")
        ),
        (
            .guide, Bilingual("Hướng dẫn nộp hồ sơ", "How to submit"),
            Bilingual(
                "Cách nộp ở mức độ 3 và mức độ 4, nộp phí, gửi bản giấy, nhận kết quả, quyền của Ông/Bà.",
                "Submitting at levels 3 and 4, paying, sending paper copies, receiving the result, your rights.")
        ),
        (
            .tracking, Bilingual("Tra cứu hồ sơ", "Track a dossier"),
            Bilingual(
                "Có mã hồ sơ là biết hồ sơ đang ở bước nào.", "With its code you see which step a dossier has reached.")
        ),
        (
            .reports, Bilingual("Số liệu giải quyết hồ sơ", "Figures"),
            Bilingual(
                "Số hồ sơ tiếp nhận, đúng hạn, quá hạn của từng cơ quan, từng lĩnh vực.",
                "Dossiers received, answered in time and late, by agency and by sector.")
        ),
        (
            .offices, Bilingual("Cơ quan, giờ làm việc", "Offices and working hours"),
            Bilingual(
                "Liên hệ, tài khoản thu phí, giờ làm việc và ngày nghỉ.",
                "Contacts, accounts for fees, working hours and days off.")
        ),
    ]

    private var content: String {
        let tiles = Self.doors.map { place, title, text in
            "<li><a href=\"\(place.path)\">\(title(language))</a><p>\(text(language))</p></li>"
        }.joined(separator: "\n")
        return """
            <p class="lead">\(summary)</p>
            <ul class="tiles">
            \(tiles)
            </ul>
            <p class="note">\(SiteText.asOf(site)(language))</p>

            """
    }

    private var summary: String {
        let services = site.procedures.filter { !$0.central }
        func count(_ level: Int) -> String { language.number(services.filter { $0.level == level }.count) }
        return Bilingual(
            "\(services.count) thủ tục được cung cấp trực tuyến, trong đó \(count(3)) thủ tục ở mức độ 3 và \(count(4)) thủ tục ở mức độ 4.",
            "\(services.count) procedures are offered online, \(count(3)) of them at level 3 and \(count(4)) at level 4."
        )(language)
    }
}
