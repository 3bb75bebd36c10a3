/// What a key may be used for, as its certificate says (RFC 5280, 4.2.1.3), by the number of the bit.
package struct KeyUsage: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let digitalSignature = KeyUsage(rawValue: 1 << 0)
    package static let nonRepudiation = KeyUsage(rawValue: 1 << 1)

    /// Reads a bit string, whose first bit is the highest of its first byte.
    init(bits: [UInt8]) {
        var value: UInt16 = 0
        for number in 0..<min(9, 8 * bits.count) where bits[number / 8] & (0x80 >> UInt8(number % 8)) != 0 {
            value |= 1 << UInt16(number)
        }
        rawValue = value
    }
}
