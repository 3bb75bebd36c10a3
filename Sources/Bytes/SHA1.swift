/// The SHA-1 digest (FIPS 180-4, section 6.1): only to read old signatures, never to make one.
struct SHA1: Sendable {
    private var words: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    private var buffer = BlockBuffer(size: 64)

    mutating func update(_ bytes: Span<UInt8>) {
        var words = words
        buffer.update(bytes) { Self.absorb($0, into: &words) }
        self.words = words
    }

    func finalize() -> [UInt8] {
        var words = words
        Self.absorb(buffer.padded.span, into: &words)
        return words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
    }

    private static func absorb(_ blocks: Span<UInt8>, into words: inout [UInt32]) {
        var schedule = InlineArray<80, UInt32>(repeating: 0)
        for start in stride(from: 0, to: blocks.count, by: 64) {
            for index in 0..<16 {
                let at = start + 4 * index
                schedule[index] =
                    UInt32(blocks[at]) << 24 | UInt32(blocks[at + 1]) << 16 | UInt32(blocks[at + 2]) << 8
                    | UInt32(blocks[at + 3])
            }
            for index in 16..<80 {
                schedule[index] = rotate(
                    schedule[index - 3] ^ schedule[index - 8] ^ schedule[index - 14] ^ schedule[index - 16], by: 1)
            }
            var (a, b, c, d, e) = (words[0], words[1], words[2], words[3], words[4])
            for index in 0..<80 {
                let (mixed, constant): (UInt32, UInt32) =
                    switch index {
                    case 0..<20: ((b & c) | (~b & d), 0x5a82_7999)
                    case 20..<40: (b ^ c ^ d, 0x6ed9_eba1)
                    case 40..<60: ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
                    default: (b ^ c ^ d, 0xca62_c1d6)
                    }
                let next = rotate(a, by: 5) &+ mixed &+ e &+ constant &+ schedule[index]
                (a, b, c, d, e) = (next, a, rotate(b, by: 30), c, d)
            }
            words[0] &+= a
            words[1] &+= b
            words[2] &+= c
            words[3] &+= d
            words[4] &+= e
        }
    }

    private static func rotate(_ word: UInt32, by count: UInt32) -> UInt32 { word &<< count | word &>> (32 - count) }
}
