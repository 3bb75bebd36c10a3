private import Bytes

/// A second in time, together with the offset of the place for which it is told.
///
/// Two moments are equal when they are the same second, wherever they are told. The site's offset is fixed
/// (Vietnam has known no other than +07:00 since 1975), so arithmetic keeps it.
package struct Moment: Sendable, Codable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int
    /// Seconds east of Greenwich.
    package let offset: Int

    package init(seconds: Int, offset: Int) {
        self.seconds = seconds
        self.offset = offset
    }

    /// `minute` counts from midnight of `day`, and may leave the day on either side.
    package init(day: Day, minute: Int, offset: Int) {
        self.init(seconds: day.number * 86_400 + minute * 60 - offset, offset: offset)
    }

    /// Reads ISO 8601 with date, time and offset: `2026-11-23T08:15:00+07:00`, `…Z`, with or without a fraction, which is
    /// dropped; nil for anything else.
    package init?(_ text: String) { self.init(text.utf8.span) }

    /// The same, where it stands in a text.
    package init?(_ bytes: Span<UInt8>) {
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            let day = Day(bytes.extracting(0..<10)),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Moment.twoDigits(bytes, 11), let minute = Moment.twoDigits(bytes, 14),
            let second = Moment.twoDigits(bytes, 17), hour < 24, minute < 60, second <= 60
        else { return nil }
        var index = 19
        if bytes[index] == UInt8(ascii: ".") {
            index += 1
            while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
            guard index > 20 else { return nil }
        }
        guard let offset = Moment.offset(bytes, index) else { return nil }
        self.init(seconds: day.number * 86_400 + hour * 3600 + minute * 60 + min(second, 59) - offset, offset: offset)
    }

    /// The day and the second of the day as the local clock shows them.
    package var local: (day: Day, second: Int) {
        let shifted = seconds + offset
        let day = shifted >= 0 ? shifted / 86_400 : (shifted - 86_399) / 86_400
        return (Day(number: day), shifted - day * 86_400)
    }

    package var day: Day { local.day }

    /// Full minutes since local midnight.
    package var minuteOfDay: Int { local.second / 60 }

    package func advanced(bySeconds count: Int) -> Moment { Moment(seconds: seconds + count, offset: offset) }

    /// The same second told for another place.
    package func told(at offset: Int) -> Moment { Moment(seconds: seconds, offset: offset) }

    /// To the second with the offset: `2026-11-27T14:00:00+07:00`.
    package var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(25)
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes its description.
    package func append(to text: inout [UInt8]) {
        let (day, second) = local
        let east = abs(offset) / 60
        day.append(to: &text)
        text.append(UInt8(ascii: "T"))
        text.append(decimal: second / 3600, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(decimal: second / 60 % 60, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(decimal: second % 60, width: 2)
        text.append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        text.append(decimal: east / 60, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(decimal: east % 60, width: 2)
    }

    package init(from decoder: any Decoder) throws {
        self = try decoder.text(Moment.init, or: "a time such as 2026-11-27T14:00:00+07:00 expected")
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write { append(to: &$0) } }

    private static func twoDigits(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
        guard index + 1 < bytes.count else { return nil }
        return DecimalDigits.number(bytes.extracting(index..<index + 2))
    }

    private static func offset(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "Z") { return index + 1 == bytes.count ? 0 : nil }
        guard bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"), index + 6 == bytes.count,
            bytes[index + 3] == UInt8(ascii: ":"), let hours = twoDigits(bytes, index + 1),
            let minutes = twoDigits(bytes, index + 4), hours <= 14, minutes < 60
        else { return nil }
        let east = hours * 3600 + minutes * 60
        return bytes[index] == UInt8(ascii: "-") ? -east : east
    }
}

extension Moment: Comparable, Hashable {
    package static func == (left: Moment, right: Moment) -> Bool { left.seconds == right.seconds }
    package static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
    package func hash(into hasher: inout Hasher) { hasher.combine(seconds) }
}
