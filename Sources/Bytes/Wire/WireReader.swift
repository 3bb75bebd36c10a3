/// Reads what a `WireWriter` wrote, or what somebody wrote in its place.
///
/// It never reads past the end, makes no more of lists than it was given room for, and refuses what no writer would have written: what is
/// read would be written again as the same bytes, but for the order of what is in sets.
@usableFromInline package struct WireReader {
    private let message: [UInt8]
    /// Where the next read starts.
    private var offset = 0
    /// In bytes, that elements of lists may still take in memory, beside the texts and bytes in them, which are here already.
    private var room: Int

    init(_ message: [UInt8], room: Int) {
        self.message = message
        self.room = room
    }

    private var remaining: Int { message.count - offset }

    @inlinable package mutating func value<Value: Wired>() throws(ParseError) -> Value { try Value(from: &self) }

    @usableFromInline package mutating func byte() throws(ParseError) -> UInt8 {
        guard offset < message.count else { throw ParseError(.truncated, "a byte expected, none left", at: offset) }
        defer { offset += 1 }
        return message[offset]
    }

    @usableFromInline mutating func number() throws(ParseError) -> Int {
        let number = try varint()
        return Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1)
    }

    mutating func word() throws(ParseError) -> UInt64 {
        var word: UInt64 = 0
        for index in try take(8) { word = word << 8 | UInt64(message[index]) }
        return word
    }

    /// How many elements follow, each of at least a byte here, and in memory of so many.
    @usableFromInline mutating func count(each size: Int) throws(ParseError) -> Int {
        let count = try count()
        let (wanted, isHuge) = count.multipliedReportingOverflow(by: size)
        guard !isHuge, wanted <= room else {
            throw ParseError(.limits, "\(count) elements of \(size) bytes, room for \(room) bytes left", at: offset)
        }
        room -= wanted
        return count
    }

    @usableFromInline mutating func text() throws(ParseError) -> String {
        let range = try take(count())
        guard let text = String(utf8: message.span.extracting(range)) else {
            throw ParseError(.encoding, "UTF-8 expected", at: range.lowerBound)
        }
        return text
    }

    package mutating func bytes() throws(ParseError) -> [UInt8] { Array(message[try take(count())]) }

    /// What is thrown where the value just read is none.
    @usableFromInline package func refusal(_ expected: String) -> ParseError {
        ParseError(.malformed, "\(expected) expected", at: offset)
    }

    func finish() throws(ParseError) {
        guard remaining == 0 else { throw refusal("the end") }
    }

    private mutating func count() throws(ParseError) -> Int {
        let number = try varint()
        guard let count = Int(exactly: number), count <= remaining else {
            throw ParseError(.truncated, "\(number) elements or bytes expected, \(remaining) bytes left", at: offset)
        }
        return count
    }

    private mutating func take(_ count: Int) throws(ParseError) -> Range<Int> {
        guard count <= remaining else {
            throw ParseError(.truncated, "\(count) bytes expected, \(remaining) left", at: offset)
        }
        defer { offset += count }
        return offset..<offset + count
    }

    private mutating func varint() throws(ParseError) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            let bits = UInt64(next & 0x7F)
            // The tenth byte has room for one bit, and a last byte of nothing but zeros would not have been written.
            guard shift < 63 || next <= 1, next != 0 || shift == 0 else { throw refusal("a number") }
            number |= bits << shift
            if next < 0x80 { return number }
            shift += 7
        }
    }
}

extension String {
    fileprivate init?(utf8 bytes: Span<UInt8>) {
        guard let utf8 = try? UTF8Span(validating: bytes) else { return nil }
        self.init(copying: utf8)
    }
}
