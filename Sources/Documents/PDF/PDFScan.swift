import Bytes

/// One pass over a whole file for what looks like the beginning of an object or a trailer.
///
/// This is how readers rebuild a file whose cross-reference is wrong, and how the end of one that was cut is told.
struct PDFScan {
    /// Every `N G obj`, in the order of the file.
    private(set) var objects: [(number: Int, generation: Int, offset: Int)] = []
    /// Behind every word `trailer`.
    private(set) var trailers: [Int] = []
    /// Behind the last word `endobj`; nil where there is none.
    private(set) var lastEnd: Int?

    private static let step = 65_536
    /// A number, white space, a number, white space and `obj`, with room for zeros before them.
    private static let overlap = 64

    init(_ source: any ByteSource, from start: Int = 0, limits: Limits) throws {
        var offset = start
        while offset < source.count {
            let from = max(start, offset - Self.overlap)
            let end = min(source.count, offset + Self.step)
            let bytes = try source.read(at: from, count: end - from)
            try look(bytes.span, base: from, seen: offset - from, limits: limits)
            offset = end
        }
    }

    /// Looks for words that end behind `seen`, for the bytes before were looked at with the piece before.
    private mutating func look(_ bytes: Span<UInt8>, base: Int, seen: Int, limits: Limits) throws(ParseError) {
        var index = max(2, seen)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "j"), bytes[index - 1] == UInt8(ascii: "b"), bytes[index - 2] == UInt8(ascii: "o") {
                if index >= 5, Self.word("end", in: bytes, endingAt: index - 2) {
                    lastEnd = base + index + 1
                } else if let header = Self.header(in: bytes, before: index - 2) {
                    guard objects.count < limits.pdfObjects else {
                        throw ParseError(.limits, "at most \(limits.pdfObjects) objects expected", at: base + index)
                    }
                    objects.append((header.number, header.generation, base + header.start))
                }
            } else if byte == UInt8(ascii: "r"), bytes[index - 1] == UInt8(ascii: "e"),
                Self.word("trailer", in: bytes, endingAt: index + 1)
            {
                trailers.append(base + index + 1)
                guard trailers.count <= limits.pdfRevisions else {
                    throw ParseError(.limits, "at most \(limits.pdfRevisions) trailers expected", at: base + index)
                }
            }
            index += 1
        }
    }

    private static func word(_ word: StaticString, in bytes: Span<UInt8>, endingAt end: Int) -> Bool {
        let letters = Array(word.description.utf8)
        guard end >= letters.count else { return false }
        for (index, letter) in letters.enumerated() where bytes[end - letters.count + index] != letter { return false }
        return true
    }

    /// Reads `N G` backwards from the word `obj`.
    private static func header(in bytes: Span<UInt8>, before end: Int) -> (number: Int, generation: Int, start: Int)? {
        var index = end
        func space() -> Bool {
            let before = index
            while index > 0, PDFLexer.isSpace(bytes[index - 1]) { index -= 1 }
            return index < before
        }
        func number() -> Int? {
            var value = 0
            var scale = 1
            let before = index
            while index > 0, bytes[index - 1] >= 0x30, bytes[index - 1] <= 0x39 {
                let digit = Int(bytes[index - 1]) - 0x30
                index -= 1
                if before - index > 10 {
                    guard digit == 0 else { return nil }
                    continue
                }
                value += digit * scale
                scale *= 10
            }
            return index < before ? value : nil
        }
        guard space(), let generation = number(), space(), let number = number(), generation <= 65_535 else {
            return nil
        }
        return (number, generation, index)
    }
}
