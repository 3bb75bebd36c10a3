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
        \(hours(of: calendar, text("Giờ làm việc trong tuần", "Hours of the week")).html)\(ownHours)</section>
        <section>
        <h2>\(text("Ngày nghỉ, ngày làm bù", "Days off and days worked instead"))</h2>
        \(daysOff.html)\(ownDays)<p class="note">\(decided)</p>
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
                    "<span id=\"\(agency.code)\">\(language.vietnamese(agency.name))</span><small>\(agency.code)\(former ?? "")</small>"
                        + (agency.address.map { "<small>\(language.vietnamese($0))</small>" } ?? ""),
                    agency.phone.map { link("tel", $0.filter { !$0.isWhitespace }, $0) } ?? "—",
                    link("mailto", agency.email, agency.email),
                    HTMLText.escaped(agency.account ?? "—"),
                ])
            })
    }

    private func link(_ scheme: String, _ address: String, _ text: String) -> String {
        "<a href=\"\(scheme):\(HTMLText.escaped(address))\">\(HTMLText.escaped(text))</a>"
    }

    private var version: CalendarVersions.Version { site.calendars.version(on: site.today) }
    private var calendar: WorkingCalendar { version.general }

    private func hours(of calendar: WorkingCalendar, _ caption: String) -> SiteTable {
        SiteTable(
            caption: caption,
            columns: [.init(title: text("Ngày", "Day")), .init(title: text("Giờ", "Hours"))],
            rows: Weekday.allCases.map { day in
                SiteTable.Row(cells: [language.weekday(day), open(calendar.hours[day] ?? [])])
            })
    }

    private func open(_ periods: [WorkingCalendar.Period]) -> String {
        periods.isEmpty
            ? text("nghỉ", "closed") : periods.map { "\(clock($0.from))–\(clock($0.to))" }.joined(separator: ", ")
    }

    /// A table for those agencies together that have the same hours of their own, by which their dates are counted (Điều 8.1a).
    private var ownHours: String {
        func week(_ calendar: WorkingCalendar) -> [[WorkingCalendar.Period]] {
            Weekday.allCases.map { calendar.hours[$0] ?? [] }
        }
        let own = site.agencies.compactMap { agency in version.agencies[agency.code].map { (agency, $0) } }
            .filter { week($0.1) != week(calendar) }
        return Dictionary(grouping: own) { week($0.1) }.values.sorted { $0[0].0.code < $1[0].0.code }.map { group in
            let names = group.map { language.vietnamese($0.0.name) }.joined(separator: ", ")
            return hours(of: group[0].1, text("Giờ làm việc riêng: \(names)", "Hours of their own: \(names)")).html
        }.joined()
    }

    /// The days on which agencies have hours of their own; nothing where none has.
    private var ownDays: String {
        let days = site.agencies.flatMap { agency in
            (version.agencies[agency.code]?.specialDays ?? [])
                .filter { $0.date >= firstDay && !calendar.specialDays.contains($0) }.map { (agency: agency, day: $0) }
        }
        guard !days.isEmpty else { return "" }
        return SiteTable(
            caption: text("Ngày làm việc riêng của từng cơ quan", "Days of single agencies"),
            columns: [
                text("Ngày", "Day"), text("Cơ quan", "Agency"), text("Làm việc", "Office"), text("Lý do", "Why"),
            ].map { .init(title: $0) },
            rows: days.sorted { ($0.day.date, $0.agency.code) < ($1.day.date, $1.agency.code) }.map {
                SiteTable.Row(cells: [
                    language.day($0.day.date), language.vietnamese($0.agency.name), open($0.day.periods),
                    language.vietnamese($0.day.name),
                ])
            }
        ).html
    }

    private func clock(_ minute: Int) -> String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }

    private var firstDay: Day { Day(year: site.today.year, month: 1, day: 1) ?? site.today }

    /// From the year of the site on.
    private var daysOff: SiteTable {
        let first = firstDay
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
            (day: day.date, days: language.day(day.date), what: open(day.periods), name: day.name)
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
