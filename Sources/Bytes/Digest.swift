/// A SHA-256 digest, written as 64 lower-case hexadecimal digits.
package struct Digest: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The 32 bytes as four big-endian words, so that comparing is cheap.
    let words: (UInt64, UInt64, UInt64, UInt64)

    init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    /// Takes exactly 32 bytes.
    package init(_ bytes: [UInt8]) {
        precondition(bytes.count == 32, "a SHA-256 digest has 32 bytes, not \(bytes.count)")
        func word(_ start: Int) -> UInt64 { (start..<start + 8).reduce(0) { $0 << 8 | UInt64(bytes[$1]) } }
        words = (word(0), word(8), word(16), word(24))
    }

    /// Reads 64 hexadecimal digits of either case; nil for anything else.
    package init?(hexadecimal text: String) {
        if let digest = Digest(digits: text.utf8.span) {
            self = digest
        } else {
            guard let bytes = Hexadecimal.decode(text), bytes.count == 32 else { return nil }
            self.init(bytes)
        }
    }

    /// Reads 64 digits of either case that stand in a text; nil for anything else.
    private init?(anyDigits digits: Span<UInt8>) {
        if let digest = Digest(digits: digits) {
            self = digest
        } else {
            self.init(hexadecimal: String(decoding: digits.indices.map { digits[$0] }, as: UTF8.self))
        }
    }

    /// Reads 64 lower-case digits that stand in a text; nil for anything else.
    package init?(digits: Span<UInt8>) {
        guard digits.count == 64, let first = Hexadecimal.word(digits.extracting(0..<16)),
            let second = Hexadecimal.word(digits.extracting(16..<32)),
            let third = Hexadecimal.word(digits.extracting(32..<48)),
            let fourth = Hexadecimal.word(digits.extracting(48..<64))
        else { return nil }
        words = (first, second, third, fourth)
    }

    /// The first eight bytes as a big-endian number.
    package var firstWord: UInt64 { words.0 }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for word in [words.0, words.1, words.2, words.3] {
            for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (56 - 8 * byte))) }
        }
        return bytes
    }

    package static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

    package func hash(into hasher: inout Hasher) {
        for word in [words.0, words.1, words.2, words.3] { hasher.combine(word) }
    }

    package var description: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends its digits to a text that is being written.
    package func append(to text: inout [UInt8]) {
        for word in [words.0, words.1, words.2, words.3] { Hexadecimal.append(word, to: &text) }
    }

    package init(from decoder: any Decoder) throws {
        self = try decoder.text(Digest.init(anyDigits:), or: "64 hexadecimal digits expected")
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write { append(to: &$0) } }
}
