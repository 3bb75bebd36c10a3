import Dossiers

/// A language of the published site; each has a folder of that name with the same pages.
package enum SiteLanguage: String, Sendable, CaseIterable {
    case vi, en

    var other: SiteLanguage { self == .vi ? .en : .vi }

    /// As it calls itself.
    var ownName: String { self == .vi ? "Tiếng Việt" : "English" }

    /// Words that are Vietnamese on every page, marked for voices where the page is in another language.
    func vietnamese(_ text: String) -> String {
        let escaped = HTMLText.escaped(text)
        return self == .vi ? escaped : "<span lang=\"vi\">\(escaped)</span>"
    }

    func number(_ number: Int) -> String {
        let text = VietnameseText.number(number)
        return self == .vi ? text : text.replacing(".", with: ",")
    }

    func money(_ amount: Int) -> String { self == .vi ? VietnameseText.money(amount) : "\(number(amount)) VND" }

    /// `50 MB`, `1.500 KB`: exact, in the largest unit that divides it, as `hoso.xml` takes it.
    func size(_ bytes: Int) -> String {
        let units = [("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1_000)]
        guard let (unit, size) = units.first(where: { bytes.isMultiple(of: $0.1) }) else {
            return "\(number(bytes)) \(self == .vi ? "byte" : "bytes")"
        }
        return "\(number(bytes / size)) \(unit)"
    }

    /// `23/11/2026`, `23 November 2026`.
    func day(_ day: Day) -> String {
        guard self == .en else { return VietnameseText.short(day) }
        let (year, month, dayOfMonth) = day.civil
        return "\(dayOfMonth) \(Self.months[month - 1]) \(year)"
    }

    func moment(_ moment: Moment) -> String {
        let minute = moment.minuteOfDay
        let clock = "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
        return self == .vi ? "\(clock) ngày \(day(moment.day))" : "\(clock) on \(day(moment.day))"
    }

    /// `Tháng 11/2026`, `November 2026`.
    func month(_ day: Day) -> String {
        let (year, month, _) = day.civil
        return self == .vi ? "Tháng \(padded(month, 2))/\(year)" : "\(Self.months[month - 1]) \(year)"
    }

    /// What the province cannot promise of a ministry's own procedure (Điều 2.2).
    private var byMinistry: String {
        self == .vi ? "Theo quy định của Bộ, ngành" : "As the ministry lays down"
    }

    func time(of procedure: Procedure) -> String {
        guard !procedure.central else { return byMinistry }
        guard self == .en else { return VietnameseText.time(procedure.time) }
        switch procedure.time {
        case .workingDays(let days): return days == 1 ? "1 working day" : "\(days) working days"
        case .days(let days): return days == 1 ? "1 day" : "\(days) days"
        }
    }

    /// How much, and when; below level 4 it is paid at the agency alone, so never with a submission (Điều 7.1b).
    func fee(_ procedure: Procedure) -> String {
        guard !procedure.central else { return byMinistry }
        guard let fee = procedure.fee else { return self == .vi ? "Không thu" : "None" }
        switch (self, fee.due, procedure.level < 4) {
        case (.vi, .submission, true):
            return "\(money(fee.amount)), nộp trực tiếp tại cơ quan giải quyết, trước khi nhận kết quả"
        case (.vi, .submission, false): return "\(money(fee.amount)), nộp khi nộp hồ sơ"
        case (.vi, .result, _): return "\(money(fee.amount)), nộp khi nhận kết quả"
        case (.en, .submission, true): return "\(money(fee.amount)), paid at the agency before receiving the result"
        case (.en, .submission, false): return "\(money(fee.amount)), due when submitting"
        case (.en, .result, _): return "\(money(fee.amount)), due on receiving the result"
        }
    }

    func level(_ procedure: Procedure) -> String {
        if procedure.central { return self == .vi ? "thuộc hệ thống của Bộ" : "a ministry's own system" }
        return self == .vi ? "Mức độ \(procedure.level)" : "Level \(procedure.level)"
    }

    func weekday(_ weekday: Weekday) -> String {
        self == .vi
            ? ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"][weekday.rawValue]
            : ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday.rawValue]
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
