import Bytes

/// A look over the bytes of an XML document before any parser sees them.
///
/// libxml2 checks attributes in quadratic time before it calls back, and its own limits are not consistent; so depth, tag
/// length, attributes and the number of nodes are counted here, in one pass, and a DOCTYPE is refused on sight.
struct XMLScan {
    private static let tagStart = Array("<".utf8)
    private static let tagEnd = Array(">".utf8)
    private static let instructionEnd = Array("?>".utf8)
    private static let commentEnd = Array("-->".utf8)
    private static let sectionEnd = Array("]]>".utf8)
    private static let content = Array("content".utf8)

    private let bytes: [UInt8]
    private let limits: Limits
    private var position = 0
    private var depth = 0
    private var nodes = 0
    /// Whether each open element is one that carries a file.
    private var carries: [Bool] = []
    /// Where the text of each element that carries a file stands, in order; nil where there is none, or it is more than text.
    private(set) var carried: [Range<Int>?] = []
    /// Bytes of text since the last markup.
    private var text = 0

    init(_ bytes: [UInt8], limits: Limits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Throws a `ParseError` with code `dtd`, `depth` or `limits`, or `malformed` where markup is cut off.
    mutating func check() throws(ParseError) {
        while position < bytes.count {
            let markup = bytes[position...].firstOffset(of: Self.tagStart) ?? bytes.count
            // One at the very end begins nothing.
            let end = markup + 1 < bytes.count ? markup : bytes.count
            text += end - position
            position = end
            try expectText(text)
            guard position < bytes.count else { return }
            position += 1
            text = 0
            nodes += 1
            guard nodes <= limits.xmlNodes else { throw error(.limits, "more than \(limits.xmlNodes) nodes") }
            switch bytes[position] {
            case UInt8(ascii: "!"): try declaration()
            case UInt8(ascii: "?"): try skip(past: Self.instructionEnd)
            case UInt8(ascii: "/"):
                depth -= 1
                _ = carries.popLast()
                try skip(past: Self.tagEnd)
            default: try startTag()
            }
        }
    }

    private mutating func declaration() throws(ParseError) {
        if starts(with: "!--") { return try skip(past: Self.commentEnd) }
        if starts(with: "![CDATA[") { return try skip(past: Self.sectionEnd, asText: true) }
        throw error(.dtd, "a document type declaration is not accepted")
    }

    private mutating func startTag() throws(ParseError) {
        let start = position
        var attributes = 0
        var namespaces = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                skipValue(to: byte, of: start)
            } else if byte == UInt8(ascii: "=") {
                attributes += 1
                guard attributes <= limits.xmlAttributes else {
                    throw error(.limits, "more than \(limits.xmlAttributes) attributes in one tag")
                }
                // Each becomes a node of libxml2's tree, so that together they count as nodes too.
                nodes += 1
                guard nodes <= limits.xmlNodes else { throw error(.limits, "more than \(limits.xmlNodes) nodes") }
            } else if byte == UInt8(ascii: "x"), starts(with: "xmlns") {
                namespaces += 1
                guard namespaces <= limits.xmlNamespaces else {
                    throw error(.limits, "more than \(limits.xmlNamespaces) namespaces in one tag")
                }
            } else if byte == UInt8(ascii: ">") {
                let (isEmpty, isContent) = (bytes[position - 1] == UInt8(ascii: "/"), isContent(start))
                position += 1
                if isContent { carried.append(isEmpty ? nil : plainText()) }
                if !isEmpty {
                    depth += 1
                    carries.append(isContent)
                }
                guard depth <= limits.xmlDepth else {
                    throw error(.depth, "elements lie more than \(limits.xmlDepth) deep")
                }
                return
            }
            position += 1
            guard position - start <= limits.xmlTagBytes else {
                throw error(.limits, "a tag has more than \(limits.xmlTagBytes) bytes")
            }
        }
        throw error(.truncated, "the document ends within a tag")
    }

    /// Goes on to the quote that ends an attribute's value; where none does within the tag's bounds, to the last byte of those.
    private mutating func skipValue(to quote: UInt8, of start: Int) {
        let reach = min(bytes.count, start + limits.xmlTagBytes + 1)
        var end = position + 1
        while end < reach, bytes[end] != quote { end += 1 }
        position = min(end, reach - 1)
    }

    /// The element whose text is a file in base64, by its local name.
    private func isContent(_ start: Int) -> Bool {
        var end = start
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "/") {
            end += 1
        }
        let local = end - Self.content.count
        guard local >= start, bytes[local..<end].elementsEqual(Self.content) else { return false }
        return local == start || bytes[local - 1] == UInt8(ascii: ":")
    }

    /// The text from here on up to an end tag, where it has no reference in it and nothing else stands between.
    private func plainText() -> Range<Int>? {
        guard let end = bytes[position...].firstOffset(of: Array("<".utf8)), end + 1 < bytes.count,
            bytes[end + 1] == UInt8(ascii: "/"), bytes[position..<end].firstOffset(of: Array("&".utf8)) == nil
        else { return nil }
        return position..<end
    }

    /// What libxml2 would gather in one piece, in memory that doubles as it grows.
    private func expectText(_ count: Int) throws(ParseError) {
        // A file that the form carries is bounded by the form's own size.
        guard carries.last == true || count <= limits.xmlTextBytes else {
            throw error(.limits, "more than \(limits.xmlTextBytes) bytes of text in one piece")
        }
    }

    private mutating func skip(past end: [UInt8], asText: Bool = false) throws(ParseError) {
        let most = asText && carries.last == true ? bytes.count : limits.xmlTextBytes
        // Where an end may begin at the latest.
        let last = min(bytes.count, position + most)
        if let found = bytes[position..<min(bytes.count, last + end.count)].firstOffset(of: end) {
            position = found + end.count
            return
        }
        guard last + 1 >= bytes.count else {
            position = last + 1
            throw error(.limits, "more than \(limits.xmlTextBytes) bytes of markup in one piece")
        }
        position = bytes.count
        throw error(.truncated, "the document ends within markup")
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return text.withUTF8Buffer { buffer in
            for index in 0..<count where unsafe buffer[index] != bytes[position + index] { return false }
            return true
        }
    }

    private func error(_ code: ParseError.Code, _ message: String) -> ParseError {
        let line = bytes[..<position].count { $0 == UInt8(ascii: "\n") } + 1
        return ParseError(code, message, at: position, line: line)
    }
}
