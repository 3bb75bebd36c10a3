/// Bits that grow into codewords.
struct QRBits {
    private var bits: [Bool] = []

    /// The lowest `count` bits of a value, the highest first.
    mutating func append(_ value: Int, count: Int) {
        for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
    }

    /// As codewords with terminator and pad codewords (ISO/IEC 18004, 7.4.9 and 7.4.10).
    func padded(to count: Int) -> [UInt8] {
        var bits = bits
        bits += Array(repeating: false, count: min(4, count * 8 - bits.count))
        bits += Array(repeating: false, count: (8 - bits.count % 8) % 8)
        var codewords = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var pad: UInt8 = 0xEC
        while codewords.count < count {
            codewords.append(pad)
            pad ^= 0xEC ^ 0x11
        }
        return codewords
    }
}
