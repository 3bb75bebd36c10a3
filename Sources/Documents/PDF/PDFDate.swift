import Bytes

/// Dates of PDF, such as `D:20261123081500+07'00'` (ISO 32000-1, 7.9.4).
enum PDFDate {
    /// Seconds since 1970 UTC; nil for what is no date.
    ///
    /// What is left out at the end is the least it can be, and an absent offset means UTC.
    static func seconds(_ text: [UInt8]) -> Int? {
        var rest = text[...]
        if rest.starts(with: Array("D:".utf8)) { rest = rest.dropFirst(2) }
        func number(_ count: Int) -> Int? {
            guard rest.count >= count, rest.prefix(count).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count).reduce(0) { 10 * $0 + Int($1) - 0x30 }
        }
        guard let year = number(4) else { return nil }
        let month = number(2) ?? 1
        let day = number(2) ?? 1
        let hour = number(2) ?? 0
        let minute = number(2) ?? 0
        let second = number(2) ?? 0
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60 else { return nil }
        var offset = 0
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            rest = rest.dropFirst()
            let hours = number(2) ?? 0
            if rest.first == UInt8(ascii: "'") { rest = rest.dropFirst() }
            let minutes = number(2) ?? 0
            guard hours < 24, minutes < 60 else { return nil }
            offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "+") ? 60 : -60)
        }
        let days = CivilDays.sinceEpoch(year: year, month: month, day: day)
        return ((days * 24 + hour) * 60 + minute) * 60 + second - offset
    }
}
