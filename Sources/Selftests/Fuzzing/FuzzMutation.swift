/// Makes of a seed what nobody would write.
struct FuzzMutation {
    private static let numbers = [
        "0", "-1", "1", "2147483647", "2147483648", "4294967295", "9223372036854775807", "-9223372036854775808",
        "99999999999999999999", "1e309",
    ]
    private static let edges: [UInt8] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF]
    private static let largest = 1 << 20

    let words: [[UInt8]]

    /// The same for the same numbers.
    func mutated(_ seed: [UInt8], with other: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty { step(&bytes, other, &random) }
        return bytes.count > Self.largest ? Array(bytes.prefix(Self.largest)) : bytes
    }

    private func step(_ bytes: inout [UInt8], _ other: [UInt8], _ random: inout SeededGenerator) {
        let at = Int.random(in: bytes.indices, using: &random)
        let length = min(bytes.count - at, 1 << Int.random(in: 0...10, using: &random))
        switch Int.random(in: 0..<11, using: &random) {
        case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes[at] = Self.edges.randomElement(using: &random) ?? 0
        case 3: bytes.removeSubrange(at..<at + length)
        case 4: bytes.insert(contentsOf: bytes[at..<at + length], at: at)
        case 5:
            // Many times over: depth and number are what readers must bound.
            let piece = Array(bytes[at..<at + min(length, 64)])
            let times = 1 << Int.random(in: 0...12, using: &random)
            bytes.insert(contentsOf: (0..<times).flatMap { _ in piece }, at: at)
        case 6: if let word = words.randomElement(using: &random) { bytes.insert(contentsOf: word, at: at) }
        case 7: number(&bytes, near: at, &random)
        case 8: splice(&bytes, other, at: at, &random)
        case 9: for index in at..<min(bytes.count, at + 4) { bytes[index] = 0xFF }
        default: bytes.removeSubrange(at...)
        }
    }

    /// Another number in the place of the next one in digits.
    private func number(_ bytes: inout [UInt8], near at: Int, _ random: inout SeededGenerator) {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let start = bytes[at...].firstIndex(where: digits.contains) else { return }
        let end = bytes[start...].firstIndex { !digits.contains($0) } ?? bytes.endIndex
        let number = Self.numbers.randomElement(using: &random) ?? "0"
        bytes.replaceSubrange(start..<end, with: Array(number.utf8))
    }

    private func splice(_ bytes: inout [UInt8], _ other: [UInt8], at: Int, _ random: inout SeededGenerator) {
        guard !other.isEmpty else { return }
        let from = Int.random(in: other.indices, using: &random)
        let to = Int.random(in: from..<other.count, using: &random)
        bytes.replaceSubrange(at..<min(bytes.count, at + (to - from)), with: other[from...to])
    }
}
