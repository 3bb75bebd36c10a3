/// Numbers as they stand in times and codes, read from bytes.
package enum DecimalDigits {
    /// The number that one to eighteen digits write; nil for anything else.
    package static func number(_ digits: Span<UInt8>) -> Int? {
        guard (1...18).contains(digits.count) else { return nil }
        var number = 0
        for index in digits.indices {
            guard let digit = digit(digits[index]) else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    /// Nil for what is no digit.
    private static func digit(_ byte: UInt8) -> Int? {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
    }
}
