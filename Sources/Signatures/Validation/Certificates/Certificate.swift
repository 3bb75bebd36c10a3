package import Bytes

/// A certificate (RFC 5280, 4.1) as far as people and policies read it; whom it binds to its key, `openssl` says.
package struct Certificate: Hashable, Sendable {
    /// All of it, as it was encoded.
    package let der: [UInt8]
    /// Highest byte first.
    package let serial: [UInt8]
    package let issuer: DistinguishedName
    package let subject: DistinguishedName
    /// The first second in which it holds, counted since 1970 UTC.
    package let notBefore: Int
    /// The last second in which it holds, counted since 1970 UTC.
    package let notAfter: Int
    package let key: PublicKey
    package let extensions: CertificateExtensions

    /// Reads one certificate that is all of the bytes.
    ///
    /// Throws a `ParseError`: `limits`, `truncated`, `malformed` or `depth`.
    package init(_ bytes: [UInt8], limits: Limits) throws(ParseError) {
        var reader = DERReader(bytes, rules: .ber, limits: limits)
        try self.init(&reader, limits: limits)
        try reader.finish()
    }

    /// Reads the next element as a certificate.
    init(_ reader: inout DERReader, limits: Limits) throws(ParseError) {
        let element = try reader.element(DERTag.sequence)
        guard element.range.count <= limits.certificateBytes else {
            throw ParseError(
                .limits, "a certificate of at most \(limits.certificateBytes) bytes expected",
                at: element.range.lowerBound)
        }
        der = reader.encoding(of: element)
        var outer = try reader.inside(element)
        var inner = try outer.open(DERTag.sequence)
        _ = try inner.element(ifTagged: DERTag.context(0))
        serial = inner.content(of: try inner.element(DERTag.integer))
        _ = try inner.algorithm()
        issuer = try DistinguishedName(&inner)
        var validity = try inner.open(DERTag.sequence)
        notBefore = try validity.time()
        notAfter = try validity.time()
        subject = try DistinguishedName(&inner)
        key = try PublicKey(&inner, limits: limits)
        var extensions = CertificateExtensions()
        while !inner.isAtEnd {
            let element = try inner.element()
            guard element.tag == DERTag.context(3) else { continue }
            extensions = try CertificateExtensions(inner.inside(element), limits: limits)
        }
        self.extensions = extensions
        _ = try outer.algorithm()
        _ = try outer.bitString()
        try outer.finish()
    }

    package var digest: Digest { SHA256.digest(of: der) }

    /// Why the key may not sign documents, as a stable word; nil where it may.
    package var usageProblem: String? {
        if let usage = extensions.keyUsage, usage.isDisjoint(with: [.digitalSignature, .nonRepudiation]) {
            return "wrong-key-usage"
        }
        // A purpose that has nothing to do with documents, and no other beside it.
        if let purposes = extensions.extendedKeyUsage, purposes.allSatisfy(CertificateExtensions.isForMachines) {
            return "wrong-key-usage"
        }
        return nil
    }

    package static func == (left: Certificate, right: Certificate) -> Bool { left.der == right.der }

    package func hash(into hasher: inout Hasher) { hasher.combine(der) }
}
