import Bytes

/// Times as XML Schema writes them (`xs:dateTime`).
enum XMLTime {
    /// In seconds since 1970 UTC; nil where it is no such time, or says no zone and so no moment.
    static func seconds(_ text: String) -> Int? {
        guard
            let match = text.wholeMatch(
                of: #/(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:(Z)|([+-])(\d\d):(\d\d))/#),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3), let hour = Int(match.4),
            let minute = Int(match.5), let second = Int(match.6),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
        else { return nil }
        var offset = 0
        if let sign = match.8, let hours = match.9.flatMap({ Int($0) }), let minutes = match.10.flatMap({ Int($0) }) {
            guard hours <= 14, minutes < 60 else { return nil }
            offset = (sign == "-" ? -1 : 1) * (hours * 60 + minutes) * 60
        }
        let days = CivilDays.sinceEpoch(year: year, month: month, day: day)
        return days * 86_400 + hour * 3_600 + minute * 60 + second - offset
    }
}

extension String {
    /// Without the white space of XML at either end.
    var trimmingWhiteSpace: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
