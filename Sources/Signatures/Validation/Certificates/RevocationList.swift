package import Bytes

/// A list of revoked certificates (RFC 5280, 5.1) as far as its age goes; what is on it, `openssl` reads.
package struct RevocationList: Hashable, Sendable {
    package let der: [UInt8]
    package let issuer: DistinguishedName
    /// When it was made, in seconds since 1970 UTC.
    package let thisUpdate: Int
    /// When the next was to come; nil where it does not say.
    package let nextUpdate: Int?

    /// Throws a `ParseError`: `truncated`, `malformed` or `depth`.
    package init(_ bytes: [UInt8], limits: Limits) throws(ParseError) {
        var reader = DERReader(bytes, rules: .ber, limits: limits)
        let element = try reader.element(DERTag.sequence)
        try reader.finish()
        der = reader.encoding(of: element)
        var outer = try reader.inside(element)
        var inner = try outer.open(DERTag.sequence)
        _ = try inner.element(ifTagged: DERTag.integer)
        _ = try inner.algorithm()
        issuer = try DistinguishedName(&inner)
        thisUpdate = try inner.time()
        let isTime = inner.nextTag == DERTag.utcTime || inner.nextTag == DERTag.generalizedTime
        nextUpdate = isTime ? try inner.time() : nil
        _ = try outer.algorithm()
        _ = try outer.bitString()
        try outer.finish()
    }

    package var digest: Digest { SHA256.digest(of: der) }
}
