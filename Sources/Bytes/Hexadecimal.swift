/// Bytes as hexadecimal digits.
package enum Hexadecimal {
    /// Two lower-case digits a byte.
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        append(Array(bytes)[...], to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The same at the end of a text that is being written.
    package static func append(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
    }

    /// Sixteen digits, the highest first.
    static func append(_ word: UInt64, to text: inout [UInt8]) {
        for half in [UInt32(truncatingIfNeeded: word >> 32), UInt32(truncatingIfNeeded: word)] {
            let digits = digits(half)
            for place in 0..<8 { text.append(UInt8(truncatingIfNeeded: digits >> UInt64(56 - 8 * place))) }
        }
    }

    /// Eight digits, a byte each, worked on all at once.
    private static func digits(_ number: UInt32) -> UInt64 {
        var values = UInt64(number)
        values = (values | values &<< 16) & 0x0000_FFFF_0000_FFFF
        values = (values | values &<< 8) & 0x00FF_00FF_00FF_00FF
        return written((values | values &<< 4) & nibbles)
    }

    /// The digits of eight values from 0 to 15.
    private static func written(_ values: UInt64) -> UInt64 {
        let letters: UInt64 = ((values &+ 6 &* ones) &>> 4) & ones
        return values &+ 0x30 &* ones &+ letters &* 0x27
    }

    private static let nibbles: UInt64 = 0x0F0F_0F0F_0F0F_0F0F
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// Takes digits of either case; nil for an odd count or any other character.
    package static func decode(_ text: String) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 2)
        for index in stride(from: 0, to: characters.count, by: 2) {
            guard let high = value(characters[index]), let low = value(characters[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// The number that 16 lower-case digits write; nil for anything else.
    package static func word(_ digits: Span<UInt8>) -> UInt64? {
        guard digits.count == 16 else { return nil }
        let (first, second) = unsafe digits.withUnsafeBytes {
            unsafe ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        guard let high = number(UInt64(bigEndian: first)), let low = number(UInt64(bigEndian: second)) else {
            return nil
        }
        return high << 32 | low
    }

    /// The same of eight digits, a byte each, worked on all at once: a ledger has ten million of these.
    private static func number(_ digits: UInt64) -> UInt64? {
        var values: UInt64 = (digits & nibbles) &+ ((digits &>> 6) & ones) &* 9
        // Written again, which only digits give back.
        guard values == values & nibbles, written(values) == digits else { return nil }
        values = (values | values &>> 4) & 0x00FF_00FF_00FF_00FF
        values = (values | values &>> 8) & 0x0000_FFFF_0000_FFFF
        return (values | values &>> 16) & 0xFFFF_FFFF
    }

    private static func value(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
