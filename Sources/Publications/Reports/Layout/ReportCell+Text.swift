import Dossiers

/// A value as people and as programs read it.
extension ReportCell {
    /// Without grouping and with a point, days and times as ISO 8601, working time in hours.
    package var plain: String {
        switch value {
        case .text(let text): text
        case .named(let code, _), .word(let code, _): code
        case .count(let count): String(count)
        case .money(let amount): String(amount)
        case .minutes(let minutes): Self.hours(minutes, point: ".")
        case .rate(let rate): rate.plain
        case .day(let day): day.description
        case .moment(let moment): moment.description
        case .nothing: ""
        }
    }

    /// As Vietnamese papers write it.
    package var vietnamese: String {
        switch value {
        case .text(let text), .named(let text, _), .word(_, let text): text
        case .count(let count): VietnameseText.number(count)
        case .money(let amount): VietnameseText.money(amount)
        case .minutes(let minutes): Self.hours(minutes, point: ",")
        case .rate(let rate): rate.vietnamese
        case .day(let day): VietnameseText.short(day)
        case .moment(let moment): VietnameseText.short(moment)
        case .nothing: "—"
        }
    }

    package var isNumber: Bool {
        switch value {
        case .count, .minutes, .rate, .money: true
        case .text, .named, .word, .day, .moment, .nothing: false
        }
    }

    /// `3.5`: to a tenth of an hour, half upwards.
    private static func hours(_ minutes: Int, point: String) -> String {
        let tenths = (minutes + 3) / 6
        let whole = point == "," ? VietnameseText.number(tenths / 10) : String(tenths / 10)
        return "\(whole)\(point)\(tenths % 10)"
    }
}
