import Dossiers

/// A kind of value that stands in an attribute: how it is read, and what a message says was expected.
struct Setting<Value> {
    let expected: String
    let read: (String) -> Value?

    init(_ expected: String, _ read: @escaping (String) -> Value?) {
        self.expected = expected
        self.read = read
    }
}

extension Setting where Value == String {
    /// Text that says something.
    static var words: Setting { Setting("some text") { $0.isEmpty || $0.utf8.count > 10_000 ? nil : $0 } }

    /// Letters, digits, dots, hyphens and underscores, so that it can stand in a file's name.
    static var code: Setting {
        Setting("1 to 64 letters, digits, dots, hyphens or underscores, the first a letter or digit") { text in
            let bytes = Array(text.utf8)
            func isPlain(_ byte: UInt8) -> Bool {
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            }
            guard (1...64).contains(bytes.count), isPlain(bytes[0]),
                bytes.allSatisfy({
                    isPlain($0) || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains($0)
                })
            else { return nil }
            return text
        }
    }

    static var provinceCode: Setting {
        Setting("a letter and two or three digits, such as H34") { text in
            AgencyCode(text) != nil && !text.utf8.contains(UInt8(ascii: ".")) ? text : nil
        }
    }

    static var path: Setting {
        Setting("the path of a folder, from the site's own or absolute") { text in
            text.isEmpty || text.utf8.count > 4000 || text.utf8.contains(where: { $0 < 32 }) ? nil : text
        }
    }
}

extension Setting where Value == [String] {
    /// A program and its arguments; no shell reads it.
    static var command: Setting {
        Setting("an absolute path and its arguments, such as /usr/sbin/sendmail -t -i") { text in
            let words = text.split(separator: " ").map(String.init)
            let hasControls = text.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
            return words.first?.hasPrefix("/") == true && !hasControls ? words : nil
        }
    }
}

extension Setting where Value == Double {
    /// In seconds.
    static var duration: Setting {
        Setting("a time such as 500ms, 30s, 5m or 2h") { text in
            let units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)]
            guard let (number, unit) = splitNumber(text), let scale = units.first(where: { $0.0 == unit })?.1
            else { return nil }
            return Double(number) * scale
        }
    }

    static var share: Setting {
        Setting("a number above 0 up to 1, such as 0.5") { text in
            guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }), let share = Double(text),
                share > 0, share <= 1
            else { return nil }
            return share
        }
    }

    static var hours: Setting {
        Setting("working hours such as 4 or 1.5") { text in
            guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }), let hours = Double(text),
                hours <= 100_000
            else { return nil }
            return hours
        }
    }
}

extension Setting where Value == Int {
    /// In bytes.
    static var size: Setting {
        Setting("a size such as 50MB, also with KB, GB, B or no unit") { text in
            let units = [("", 1), ("B", 1), ("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000)]
            guard let (number, unit) = splitNumber(text), number > 0,
                let scale = units.first(where: { $0.0 == unit })?.1
            else { return nil }
            let (bytes, overflow) = number.multipliedReportingOverflow(by: scale)
            return overflow ? nil : bytes
        }
    }

    static func whole(_ range: ClosedRange<Int>) -> Setting {
        Setting("a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            guard let (number, rest) = splitNumber(text), rest.isEmpty, range.contains(number) else { return nil }
            return number
        }
    }

    /// VND without separators.
    static var amount: Setting {
        Setting("an amount in VND of digits only, such as 200000") { text in
            guard let (number, rest) = splitNumber(text), rest.isEmpty, number <= 1_000_000_000_000 else { return nil }
            return number
        }
    }

    /// Minutes since midnight, before it comes again.
    static var clock: Setting {
        Setting("a time of day such as 07:00") { clockMinute($0).flatMap { $0 < 1440 ? $0 : nil } }
    }

    /// The same, and 24:00 too.
    static var clockEnd: Setting { Setting("a time of day such as 17:00, up to 24:00") { clockMinute($0) } }
}

extension Setting where Value == Bool {
    static var boolean: Setting {
        Setting("true or false") { ["true": true, "1": true, "false": false, "0": false][$0] }
    }
}

extension Setting where Value == Day {
    static var day: Setting { Setting("a day such as 2026-11-24") { Day($0) } }
}

extension Setting where Value == AgencyCode {
    static var agencyCode: Setting { Setting("an agency code such as 000.00.10.H34") { AgencyCode($0) } }
}

extension Setting where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the words that the type has.
    static var word: Setting {
        Setting("one of " + Value.allCases.map(\.rawValue).joined(separator: ", ")) { Value(rawValue: $0) }
    }
}

/// Up to thirteen digits and what follows them; nil where there are none or more.
private func splitNumber(_ text: String) -> (number: Int, rest: String)? {
    let digits = text.utf8.prefix { (48...57).contains($0) }
    guard (1...13).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    return (number, String(decoding: text.utf8.dropFirst(digits.count), as: UTF8.self))
}

private func clockMinute(_ text: String) -> Int? {
    let bytes = text.utf8.map { Int($0) - 48 }
    guard bytes.count == 5, bytes[2] == 10, [0, 1, 3, 4].allSatisfy({ (0...9).contains(bytes[$0]) }) else { return nil }
    let hour = bytes[0] * 10 + bytes[1]
    let minute = bytes[3] * 10 + bytes[4]
    guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
    return hour * 60 + minute
}

extension Setting where Value == MailAddress {
    static var email: Setting { Setting("a plain e-mail address such as motcua@kontum.gov.vn") { MailAddress($0) } }
}
