/// Bytes that stand as base64 text in another source, decoded where they are read, so that they never lie in memory as a whole.
package struct Base64Source: ByteSource {
    /// Where reading may begin.
    private struct Mark {
        let text: Int
        let decoded: Int
        let decoder: Base64Decoder
    }

    /// So much text lies between two marks.
    private static let stretch = 16_384

    private let text: any ByteSource
    private let marks: [Mark]
    package let count: Int

    /// Reads the text through once; throws as `Base64.decode` does where it is none, and what its source throws.
    package init(_ text: any ByteSource) throws {
        var decoder = Base64Decoder()
        var marks: [Mark] = []
        var decoded = 0
        for start in stride(from: 0, to: text.count, by: Self.stretch) {
            marks.append(Mark(text: start, decoded: decoded, decoder: decoder))
            var bytes: [UInt8] = []
            try decoder.take(try text.read(at: start, count: min(Self.stretch, text.count - start)), into: &bytes)
            decoded += bytes.count
        }
        var last: [UInt8] = []
        try decoder.finish(into: &last)
        self.text = text
        self.marks = marks
        count = decoded + last.count
    }

    package func read(at offset: Int, count: Int) throws -> [UInt8] {
        try bounds(at: offset, count: count)
        guard count > 0 else { return [] }
        let first = marks[firstMark { $0.decoded > offset } - 1]
        let next = firstMark { $0.decoded >= offset + count }
        let end = next < marks.count ? marks[next].text : text.count
        var decoder = first.decoder
        var bytes: [UInt8] = []
        bytes.reserveCapacity((end - first.text) / 4 * 3 + 3)
        try decoder.take(try text.read(at: first.text, count: end - first.text), into: &bytes)
        if end == text.count { try decoder.finish(into: &bytes) }
        let wanted = offset - first.decoded..<offset - first.decoded + count
        // A text that somebody changes meanwhile may have become shorter.
        guard wanted.upperBound <= bytes.count else {
            throw ParseError(.truncated, "\(count) bytes expected, the base64 has changed", at: offset)
        }
        return Array(bytes[wanted])
    }

    /// The number of the first mark for which it is so, as it is for all behind it; their count where it is for none.
    private func firstMark(where isBehind: (Mark) -> Bool) -> Int {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(marks[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
