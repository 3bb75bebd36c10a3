import Dossiers

/// Whom to call and where to pay (Điều 7.2b, 13.6), when the offices work, and which days are off.
struct OfficesPage {
    let site: PublishedSite
    let language: SiteLanguage

    var page: SitePage {
        SitePage(
            language: language, path: SitePage.Place.offices.path, place: .offices,
            title: Bilingual("Cơ quan, giờ làm việc, ngày nghỉ", "Offices, working hours, days off")(language),
            content: content)
    }

    private func text(_ vi: String, _ en: String) -> String { Bilingual(vi, en)(language) }

    private var content: String {
        """
        <section>
        <h2>\(text("Cơ quan giải quyết thủ tục", "Agencies"))</h2>
        \(agencies.html)<p class="note">\(text(
            "Lệ phí chỉ chuyển đến tài khoản ghi ở đây, hoặc nộp trực tuyến trên Cổng dịch vụ công, tại bưu điện, tại cơ quan.",
            "Fees go to the account named here, or are paid on the portal, at a post office, or at the agency."))</p>
        </section>
        <section>
        <h2>\(text("Giờ làm việc", "Working hours"))</h2>
        \(hours.html)</section>
        <section>
        <h2>\(text("Ngày nghỉ, ngày làm bù", "Days off and days worked instead"))</h2>
        \(daysOff.html)<p class="note">\(decided)</p>
        </section>

        """
    }

    private var agencies: SiteTable {
        SiteTable(
            caption: text("Liên hệ và tài khoản thu phí, lệ phí", "Contacts and accounts for fees"),
            columns: [
                text("Cơ quan", "Agency"), text("Điện thoại", "Telephone"), text("Thư điện tử", "E-mail"),
                text("Tài khoản thu phí", "Account for fees"),
            ].map { SiteTable.Column(title: $0) },
            rows: site.agencies.map { agency in
                let former = agency.formerly.map { text("; trước đây là ", "; formerly ") + language.vietnamese($0) }
                return SiteTable.Row(cells: [
                    "<span id=\"\(agency.code)\">\(language.vietnamese(agency.name))</span><small>\(agency.code)\(former ?? "")</small>",
                    agency.phone.map { link("tel", $0.filter { !$0.isWhitespace }, $0) } ?? "—",
                    link("mailto", agency.email, agency.email),
                    HTMLText.escaped(agency.account ?? "—"),
                ])
            })
    }

    private func link(_ scheme: String, _ address: String, _ text: String) -> String {
        "<a href=\"\(scheme):\(HTMLText.escaped(address))\">\(HTMLText.escaped(text))</a>"
    }

    private var calendar: WorkingCalendar { site.calendars.version(on: site.asOf.day).general }

    private var hours: SiteTable {
        SiteTable(
            caption: text("Giờ làm việc trong tuần", "Hours of the week"),
            columns: [.init(title: text("Ngày", "Day")), .init(title: text("Giờ", "Hours"))],
            rows: Weekday.allCases.map { day in
                let periods = (calendar.hours[day] ?? []).map { "\(clock($0.from))–\(clock($0.to))" }
                return SiteTable.Row(cells: [
                    language.weekday(day), periods.isEmpty ? text("nghỉ", "closed") : periods.joined(separator: ", "),
                ])
            })
    }

    private func clock(_ minute: Int) -> String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }

    /// From the year of the site on.
    private var daysOff: SiteTable {
        let first = Day(year: site.asOf.day.year, month: 1, day: 1) ?? site.asOf.day
        func dated(_ from: Day, _ to: Day) -> String {
            from == to ? language.day(from) : "\(language.day(from)) – \(language.day(to))"
        }
        let off = calendar.holidays.filter { $0.to >= first }.map {
            (day: $0.from, days: dated($0.from, $0.to), what: text("nghỉ", "closed"), name: $0.name)
        }
        let worked = calendar.workdays.filter { $0.date >= first }.map { workday in
            let instead = workday.instead.map {
                text(", nghỉ ngày \(language.day($0))", ", closed on \(language.day($0))")
            }
            return (
                day: workday.date, days: language.day(workday.date), what: text("làm việc", "open") + (instead ?? ""),
                name: workday.name
            )
        }
        let special = calendar.specialDays.filter { $0.date >= first }.map { day in
            let periods = day.periods.map { "\(clock($0.from))–\(clock($0.to))" }
            return (
                day: day.date, days: language.day(day.date),
                what: periods.isEmpty ? text("nghỉ", "closed") : periods.joined(separator: ", "), name: day.name
            )
        }
        return SiteTable(
            caption: text("Từ đầu năm \(first.year)", "From the beginning of \(first.year)"),
            columns: [text("Ngày", "Day"), text("Làm việc", "Office"), text("Lý do", "Why")].map { .init(title: $0) },
            rows: (off + worked + special).sorted { ($0.day, $0.name) < ($1.day, $1.name) }.map {
                SiteTable.Row(cells: [$0.days, $0.what, language.vietnamese($0.name)])
            })
    }

    private var decided: String {
        guard let until = calendar.decidedUntil else { return "" }
        return text(
            "Ngày nghỉ đã được công bố đến hết ngày \(language.day(until)); ngày hẹn sau đó là tạm tính.",
            "Days off are decided up to \(language.day(until)); dates promised after it are provisional.")
    }
}
