private import Bytes
package import Dossiers

/// Times, sums and lists as Vietnamese administrative papers write them (Nghị định 30/2020/NĐ-CP, Phụ lục I).
package enum VietnameseText {
    /// `ngày 05 tháng 02 năm 2026`: a leading zero for days below 10 and for the first two months only.
    package static func day(_ day: Day) -> String { text { append(day, to: &$0) } }

    /// `14 giờ 00 phút, ngày 27 tháng 11 năm 2026`.
    package static func moment(_ moment: Moment) -> String {
        let (day, second) = moment.local
        return text {
            $0.append(decimal: second / 3600, width: 2)
            $0 += " giờ ".utf8
            $0.append(decimal: second / 60 % 60, width: 2)
            $0 += " phút, ".utf8
            append(day, to: &$0)
        }
    }

    /// `27/11/2026 14:00`, for tables.
    package static func short(_ moment: Moment) -> String {
        let (day, second) = moment.local
        return text {
            appendShort(day, to: &$0)
            $0.append(UInt8(ascii: " "))
            $0.append(decimal: second / 3600, width: 2)
            $0.append(UInt8(ascii: ":"))
            $0.append(decimal: second / 60 % 60, width: 2)
        }
    }

    /// `27/11/2026`.
    package static func short(_ day: Day) -> String { text { appendShort(day, to: &$0) } }

    /// `200.000`: thousands parted by dots.
    package static func number(_ number: Int) -> String {
        text {
            $0.append(decimal: number)
            var place = $0.count - 3
            // Nothing is parted from the first digit, nor from a sign before it.
            while place > (number < 0 ? 1 : 0) {
                $0.insert(UInt8(ascii: "."), at: place)
                place -= 3
            }
        }
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

    private static func append(_ day: Day, to text: inout [UInt8]) {
        let (year, month, dayOfMonth) = day.civil
        text += "ngày ".utf8
        text.append(decimal: dayOfMonth, width: 2)
        text += " tháng ".utf8
        text.append(decimal: month, width: month < 3 ? 2 : 1)
        text += " năm ".utf8
        text.append(decimal: year)
    }

    private static func appendShort(_ day: Day, to text: inout [UInt8]) {
        let (year, month, dayOfMonth) = day.civil
        text.append(decimal: dayOfMonth, width: 2)
        text.append(UInt8(ascii: "/"))
        text.append(decimal: month, width: 2)
        text.append(UInt8(ascii: "/"))
        text.append(decimal: year, width: 4)
    }

    /// What is written, which is short.
    private static func text(_ write: (inout [UInt8]) -> Void) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        write(&text)
        return String(decoding: text, as: UTF8.self)
    }
}
