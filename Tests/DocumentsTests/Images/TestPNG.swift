/// Writes PNG chunks with right checksums, whatever is in them.
struct TestPNG {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    init(width: UInt32 = 100, height: UInt32 = 100, depth: UInt8 = 8, colour: UInt8 = 0) {
        add("IHDR", Self.number(width) + Self.number(height) + [depth, colour, 0, 0, 0])
    }

    mutating func add(_ type: String, _ body: [UInt8] = []) {
        let framed = Array(type.utf8) + body
        bytes += Self.number(UInt32(body.count)) + framed + Self.number(Self.checksum(framed))
    }

    /// With a chunk of data and the end.
    var finished: [UInt8] {
        var image = self
        image.add("IDAT", [1, 2, 3])
        image.add("IEND")
        return image.bytes
    }

    private static func number(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
    }

    /// The CRC-32 of ISO/IEC 15948, annex D.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
        }
        return ~value
    }
}
