import Bytes

/// A look over the bytes of an XML document before any parser sees them.
///
/// libxml2 checks attributes in quadratic time before it calls back, and its own limits are not consistent; so depth, tag
/// length, attributes and the number of nodes are counted here, in one pass, and a DOCTYPE is refused on sight.
struct XMLScan {
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
            let markup = bytes[position...].firstOffset(of: [UInt8(ascii: "<")]) ?? bytes.count
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
            case UInt8(ascii: "?"): try skip(past: "?>")
            case UInt8(ascii: "/"):
                depth -= 1
                _ = carries.popLast()
                try skip(past: ">")
            default: try startTag()
            }
        }
    }

    private mutating func declaration() throws(ParseError) {
        if starts(with: "!--") { return try skip(past: "-->") }
        if starts(with: "![CDATA[") { return try skip(past: "]]>", asText: true) }
        throw error(.dtd, "a document type declaration is not accepted")
    }

    private mutating func startTag() throws(ParseError) {
        let start = position
        var attributes = 0
        var namespaces = 0
        var quote: UInt8?
        while position < bytes.count {
            let byte = bytes[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
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

    /// The element whose text is a file in base64, by its local name.
    private func isContent(_ start: Int) -> Bool {
        let name = bytes[start...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[(name.index(after: $0))...] } ?? name
        return local.elementsEqual("content".utf8)
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

    private mutating func skip(past end: StaticString, asText: Bool = false) throws(ParseError) {
        let start = position
        while position < bytes.count {
            guard position - start <= limits.xmlTextBytes || (asText && carries.last == true) else {
                throw error(.limits, "more than \(limits.xmlTextBytes) bytes of markup in one piece")
            }
            if asText { try expectText(position - start) }
            if starts(with: end) {
                position += end.utf8CodeUnitCount
                return
            }
            position += 1
        }
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
