package import Bytes

/// Reads DER element by element: each is cut out before what is inside is looked at, and the end means the end.
///
/// Refuses tags of several bytes, which neither certificates nor signatures have. Throws a `ParseError`: `truncated`,
/// `malformed`, or `depth`.
package struct DERReader: Sendable {
    /// Where BER is more lenient than DER, by name (ITU-T X.690, 8.1.3 and 10.1).
    package struct Rules: Sendable {
        /// Elements whose end is marked rather than counted.
        package var allowsIndefiniteLength: Bool
        /// Lengths written with more bytes than they need.
        package var allowsLongLengths: Bool

        package static let der = Rules(allowsIndefiniteLength: false, allowsLongLengths: false)
        package static let ber = Rules(allowsIndefiniteLength: true, allowsLongLengths: true)
    }

    package let bytes: [UInt8]
    package private(set) var offset: Int
    private let end: Int
    private let depthLeft: Int
    private let rules: Rules

    package init(_ bytes: [UInt8], rules: Rules = .der, limits: Limits) {
        self.init(bytes, 0..<bytes.count, depthLeft: limits.derDepth, rules: rules)
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>, depthLeft: Int, rules: Rules) {
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
        self.depthLeft = depthLeft
        self.rules = rules
    }

    package var isAtEnd: Bool { offset == end }

    /// The tag of the next element; nil at the end.
    package var nextTag: UInt8? { isAtEnd ? nil : bytes[offset] }

    // MARK: Elements

    /// The next element, whatever it is.
    package mutating func element() throws(ParseError) -> DERElement {
        let element = try header(depthLeft)
        offset = element.range.upperBound
        return element
    }

    /// The next element, which must have that tag.
    package mutating func element(_ tag: UInt8) throws(ParseError) -> DERElement {
        guard nextTag == tag else {
            let found = nextTag.map { "tag \($0)" } ?? "the end"
            throw ParseError(.malformed, "an element with tag \(tag) expected, \(found) found", at: offset)
        }
        return try element()
    }

    /// The next element where it has that tag; nil and nothing read where it has not.
    package mutating func element(ifTagged tag: UInt8) throws(ParseError) -> DERElement? {
        nextTag == tag ? try element() : nil
    }

    /// A reader of what is inside an element.
    package func inside(_ element: DERElement) throws(ParseError) -> DERReader {
        guard depthLeft > 0 else {
            throw ParseError(.depth, "elements nested less deep expected", at: element.range.lowerBound)
        }
        return DERReader(bytes, element.content, depthLeft: depthLeft - 1, rules: rules)
    }

    /// A reader of what is inside the next element, which must have that tag.
    package mutating func open(_ tag: UInt8) throws(ParseError) -> DERReader {
        let element = try element(tag)
        return try inside(element)
    }

    /// The content of an element as bytes of their own.
    package func content(of element: DERElement) -> [UInt8] { Array(bytes[element.content]) }

    /// An element as it stands, with its tag and length.
    package func encoding(of element: DERElement) -> [UInt8] { Array(bytes[element.range]) }

    /// Throws `malformed` where anything is left.
    package func finish() throws(ParseError) {
        guard isAtEnd else { throw ParseError(.malformed, "\(end - offset) bytes too many", at: offset) }
    }

    // MARK: Headers

    private func header(_ depthLeft: Int) throws(ParseError) -> DERElement {
        var reader = ByteReader(bytes.span.extracting(offset..<end))
        let tag: UInt8
        let count: Int?
        let headerBytes: Int
        do throws(ParseError) {
            tag = try reader.byte()
            guard tag & 0x1F != 0x1F else { throw ParseError(.malformed, "a tag of one byte expected", at: 0) }
            count = try length(&reader, isConstructed: tag & 0x20 != 0)
            headerBytes = reader.offset
            if let count { try reader.skip(count) }
        } catch {
            throw ParseError(error.code, error.message, at: offset + (error.offset ?? 0))
        }
        let start = offset + headerBytes
        if let count {
            return DERElement(tag: tag, range: offset..<start + count, content: start..<start + count)
        }
        let mark = try endMark(from: start, depthLeft)
        return DERElement(tag: tag, range: offset..<mark + 2, content: start..<mark)
    }

    /// Nil where the length is indefinite.
    private func length(_ reader: inout ByteReader, isConstructed: Bool) throws(ParseError) -> Int? {
        let first = try reader.byte()
        guard first >= 0x80 else { return Int(first) }
        if first == 0x80 {
            guard rules.allowsIndefiniteLength, isConstructed else {
                throw ParseError(.malformed, "a length that is counted expected", at: reader.offset - 1)
            }
            return nil
        }
        let width = Int(first & 0x7F)
        guard width <= 8 else {
            throw ParseError(.malformed, "a length of at most 8 bytes expected", at: reader.offset)
        }
        var value: UInt64 = 0
        for _ in 0..<width { value = value << 8 | UInt64(try reader.byte()) }
        guard let count = Int(exactly: value) else {
            throw ParseError(.truncated, "a length that fits expected", at: reader.offset)
        }
        let isShortest = count >= 0x80 && count >> (8 * (width - 1)) > 0
        guard isShortest || rules.allowsLongLengths else {
            throw ParseError(.malformed, "a length in as few bytes as it needs expected", at: reader.offset)
        }
        return count
    }

    /// Where the two zeros stand that end an element of indefinite length.
    private func endMark(from start: Int, _ depthLeft: Int) throws(ParseError) -> Int {
        guard depthLeft > 0 else { throw ParseError(.depth, "elements nested less deep expected", at: start) }
        var inner = DERReader(bytes, start..<end, depthLeft: depthLeft - 1, rules: rules)
        while true {
            guard inner.end - inner.offset >= 2 else {
                throw ParseError(.truncated, "an end mark expected, the end found", at: inner.offset)
            }
            if bytes[inner.offset] == 0, bytes[inner.offset + 1] == 0 { return inner.offset }
            _ = try inner.element()
        }
    }
}
