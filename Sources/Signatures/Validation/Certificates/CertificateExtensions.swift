import Bytes

/// The extensions of a certificate that say what it is for (RFC 5280, 4.2.1).
package struct CertificateExtensions: Hashable, Sendable {
    /// Nil where the certificate does not say.
    package private(set) var keyUsage: KeyUsage?
    /// Object identifiers; nil where the certificate does not say.
    package private(set) var extendedKeyUsage: [String]?
    package private(set) var isAuthority = false
    package private(set) var subjectKeyIdentifier: [UInt8]?

    init() {}

    init(_ reader: DERReader, limits: Limits) throws(ParseError) {
        var outer = reader
        var list = try outer.open(DERTag.sequence)
        while !list.isAtEnd {
            var item = try list.open(DERTag.sequence)
            let identifier = try item.objectIdentifier()
            _ = try item.element(ifTagged: DERTag.boolean)
            var value = DERReader(try item.octetString(), rules: .ber, limits: limits)
            switch identifier {
            case "2.5.29.14": subjectKeyIdentifier = try value.octetString()
            case "2.5.29.15": keyUsage = KeyUsage(bits: try value.bitString())
            case "2.5.29.19":
                var constraints = try value.open(DERTag.sequence)
                let flag = try constraints.element(ifTagged: DERTag.boolean)
                isAuthority = flag.map { constraints.content(of: $0) != [0] } ?? false
            case "2.5.29.37":
                var purposes = try value.open(DERTag.sequence)
                var identifiers: [String] = []
                while !purposes.isAtEnd { identifiers.append(try purposes.objectIdentifier()) }
                extendedKeyUsage = identifiers
            default: continue
            }
        }
    }

    /// Whether a purpose is a machine's: web servers, code, time stamps, answers on revocation (RFC 5280, 4.2.1.12).
    static func isForMachines(_ purpose: String) -> Bool {
        ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.3", "1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.9"].contains(purpose)
    }
}
