package import Dossiers

/// Times, sums and lists as Vietnamese administrative papers write them (Nghị định 30/2020/NĐ-CP, Phụ lục I).
package enum VietnameseText {
    /// `ngày 05 tháng 02 năm 2026`: a leading zero for days below 10 and for the first two months only.
    package static func day(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.civil
        return "ngày \(padded(dayOfMonth, 2)) tháng \(month < 3 ? padded(month, 2) : String(month)) năm \(year)"
    }

    /// `14 giờ 00 phút, ngày 27 tháng 11 năm 2026`.
    package static func moment(_ moment: Moment) -> String {
        let minute = moment.minuteOfDay
        return "\(padded(minute / 60, 2)) giờ \(padded(minute % 60, 2)) phút, \(day(moment.day))"
    }

    /// `27/11/2026 14:00`, for tables.
    package static func short(_ moment: Moment) -> String {
        let minute = moment.minuteOfDay
        return "\(short(moment.day)) \(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
    }

    /// `27/11/2026`.
    package static func short(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.civil
        return "\(padded(dayOfMonth, 2))/\(padded(month, 2))/\(padded(year, 4))"
    }

    /// `200.000`: thousands parted by dots.
    package static func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(".") }
            text.append(digit)
        }
        return text
    }

    /// `200.000 đồng`.
    package static func money(_ amount: Int) -> String { "\(number(amount)) đồng" }

    /// `10 ngày làm việc`, or `10 ngày` where the law counts every day.
    package static func time(_ time: Procedure.Time) -> String {
        switch time {
        case .workingDays(let days): "\(days) ngày làm việc"
        case .days(let days): "\(days) ngày"
        }
    }

    /// The words of a person, with a full stop where they have no end.
    package static func sentence(_ text: String) -> String {
        guard let last = text.last, !".!?…".contains(last) else { return text }
        return text + "."
    }

    /// `điểm a khoản 1 Điều 7` for the short form `Điều 7.1a`; anything else as it is.
    package static func article(_ short: String) -> String {
        let parts = short.split(separator: " ")
        guard parts.count == 2, parts[0] == "Điều" else { return short }
        let numbers = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count == 2, let clause = numbers.last else { return short }
        let number = clause.prefix { $0.isNumber }
        let point = clause.dropFirst(number.count)
        guard !number.isEmpty, point.count <= 1, point.allSatisfy(\.isLetter) else { return short }
        return (point.isEmpty ? "" : "điểm \(point) ") + "khoản \(number) Điều \(numbers[0])"
    }

    /// As a sentence cites it that stands alone.
    package static let rules = "Quy chế ban hành kèm theo Quyết định số 08/2018/QĐ-UBND"

    /// `điểm c khoản 2 Điều 8 Quy chế …` for the short form of an article of the rules; a law that a person names stays as it is.
    package static func basis(_ text: String) -> String {
        let article = article(text)
        return article == text ? text : "\(article) \(rules)"
    }

    /// `PDF, JPEG hoặc PNG`.
    package static func choice(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " hoặc " + last
    }
}
