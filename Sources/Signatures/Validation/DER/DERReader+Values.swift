package import Bytes

/// The simple values of certificates and signatures.
extension DERReader {
    /// An object identifier as numbers with dots between them (ITU-T X.690, 8.19).
    package mutating func objectIdentifier() throws(ParseError) -> String {
        let element = try element(DERTag.objectIdentifier)
        guard element.content.count <= 64 else {
            throw ParseError(.limits, "an object identifier of at most 64 bytes expected", at: element.range.lowerBound)
        }
        var text: [UInt8] = []
        var value: UInt64 = 0
        var isOpen = true
        for byte in bytes[element.content] {
            guard value < 1 << 56 else {
                throw ParseError(.malformed, "a smaller number in an object identifier expected", at: offset)
            }
            value = value << 7 | UInt64(byte & 0x7F)
            isOpen = byte & 0x80 != 0
            guard !isOpen else { continue }
            if text.isEmpty {
                let first = min(value / 40, 2)
                text.append(decimal: Int(first))
                value -= 40 * first
            }
            text.append(UInt8(ascii: "."))
            text.append(decimal: Int(value))
            value = 0
        }
        guard !isOpen else { throw ParseError(.malformed, "an object identifier that ends expected", at: offset) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a whole number, without the zero that keeps it positive.
    package mutating func unsignedInteger() throws(ParseError) -> [UInt8] {
        let content = content(of: try element(DERTag.integer))
        guard let first = content.first, first & 0x80 == 0 || content.count == 1 else {
            throw ParseError(.malformed, "a number that is not negative expected", at: offset)
        }
        return content.count > 1 && first == 0 ? Array(content.dropFirst()) : content
    }

    /// A small whole number, such as a version.
    package mutating func smallInteger() throws(ParseError) -> Int {
        let bytes = try unsignedInteger()
        guard bytes.count <= 4 else { throw ParseError(.malformed, "a smaller number expected", at: offset) }
        return bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    /// The bytes of a bit string of whole bytes.
    package mutating func bitString() throws(ParseError) -> [UInt8] {
        let content = content(of: try element(DERTag.bitString))
        guard let unused = content.first, unused <= 7, unused == 0 || content.count > 1 else {
            throw ParseError(.malformed, "a bit string expected", at: offset)
        }
        return Array(content.dropFirst())
    }

    /// The bytes of an octet string, which in BER may come in pieces.
    package mutating func octetString() throws(ParseError) -> [UInt8] {
        let element = try element()
        guard element.tag == DERTag.octetString else {
            guard element.tag == DERTag.octetString | 0x20 else {
                throw ParseError(.malformed, "an octet string expected", at: element.range.lowerBound)
            }
            var pieces = try inside(element)
            var joined: [UInt8] = []
            while !pieces.isAtEnd { joined += try pieces.octetString() }
            return joined
        }
        return content(of: element)
    }

    /// An algorithm and its parameters as they stand; none where they are absent or NULL.
    package mutating func algorithm() throws(ParseError) -> (identifier: String, parameters: [UInt8]) {
        var inner = try open(DERTag.sequence)
        let identifier = try inner.objectIdentifier()
        guard !inner.isAtEnd else { return (identifier, []) }
        let parameters = try inner.element()
        try inner.finish()
        return (identifier, parameters.tag == DERTag.null ? [] : inner.encoding(of: parameters))
    }

    /// A time in seconds since 1970 UTC, of which DER leaves one way to write (RFC 5280, 4.1.2.5).
    package mutating func time() throws(ParseError) -> Int {
        let element = try element()
        guard element.tag == DERTag.utcTime || element.tag == DERTag.generalizedTime,
            let time = DERTime.seconds(bytes[element.content], hasCentury: element.tag == DERTag.generalizedTime)
        else { throw ParseError(.malformed, "a time expected", at: element.range.lowerBound) }
        return time
    }
}
