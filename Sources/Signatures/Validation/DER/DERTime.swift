import Bytes

/// Times as certificates write them.
enum DERTime {
    /// Seconds since 1970 UTC of `YYMMDDhhmmssZ`, or of `YYYYMMDDhhmmss[.f]Z`; nil for anything else (RFC 5280, 4.1.2.5).
    static func seconds(_ text: ArraySlice<UInt8>, hasCentury: Bool) -> Int? {
        guard text.last == UInt8(ascii: "Z") else { return nil }
        var digits = text.dropLast()
        // Signatures may carry fractions, which no one needs.
        if hasCentury, let dot = digits.firstIndex(of: UInt8(ascii: ".")) { digits = digits[..<dot] }
        let yearDigits = hasCentury ? 4 : 2
        guard digits.count == yearDigits + 10, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        func number(_ start: Int, _ count: Int) -> Int {
            digits[(digits.startIndex + start)..<(digits.startIndex + start + count)].reduce(0) {
                10 * $0 + Int($1) - 0x30
            }
        }
        var year = number(0, yearDigits)
        if !hasCentury { year += year < 50 ? 2000 : 1900 }
        let month = number(yearDigits, 2)
        let day = number(yearDigits + 2, 2)
        let hour = number(yearDigits + 4, 2)
        let minute = number(yearDigits + 6, 2)
        let second = number(yearDigits + 8, 2)
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60 else { return nil }
        let days = CivilDays.sinceEpoch(year: year, month: month, day: day)
        return ((days * 24 + hour) * 60 + minute) * 60 + second
    }
}
