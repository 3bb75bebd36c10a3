import Bytes

/// What a signer signs together with the digest of the message (RFC 5652, 11; RFC 5035, 5).
package struct SignedAttributes: Sendable, Equatable {
    /// The digest of a certificate, with the hash that made it.
    package struct CertificateDigest: Sendable, Equatable {
        /// An object identifier.
        package let algorithm: String
        package let digest: [UInt8]
    }

    package private(set) var contentType: String?
    package private(set) var messageDigest: [UInt8]?
    /// In seconds since 1970 UTC; nobody vouches for it.
    package private(set) var signingTime: Int?
    /// Of the signer's certificate, first of those that `signing-certificate` names.
    package private(set) var certificateDigest: CertificateDigest?
    /// An attribute stands there twice, so that it could mean either.
    package private(set) var isAmbiguous = false

    init() {}

    init(_ reader: DERReader, limits: Limits) throws(ParseError) {
        var list = reader
        var seen: Set<String> = []
        while !list.isAtEnd {
            var attribute = try list.open(DERTag.sequence)
            let kind = try attribute.objectIdentifier()
            if !seen.insert(kind).inserted { isAmbiguous = true }
            var values = try attribute.open(DERTag.set)
            try attribute.finish()
            switch kind {
            case "1.2.840.113549.1.9.3": contentType = try values.objectIdentifier()
            case "1.2.840.113549.1.9.4": messageDigest = try values.octetString()
            case "1.2.840.113549.1.9.5": signingTime = try values.time()
            case "1.2.840.113549.1.9.16.2.12":
                // The first version knows SHA-1 alone; that of the second is named where it is not SHA-256.
                certificateDigest = CertificateDigest(
                    algorithm: "1.3.14.3.2.26", digest: try Self.firstDigest(&values))
            case "1.2.840.113549.1.9.16.2.47":
                var named = try Self.first(&values)
                let algorithm =
                    named.nextTag == DERTag.sequence ? try named.algorithm().identifier : "2.16.840.1.101.3.4.2.1"
                certificateDigest = CertificateDigest(algorithm: algorithm, digest: try named.octetString())
            default: continue
            }
            if !values.isAtEnd { isAmbiguous = true }
        }
    }

    private static func firstDigest(_ values: inout DERReader) throws(ParseError) -> [UInt8] {
        var named = try first(&values)
        return try named.octetString()
    }

    /// The inside of the first ESSCertID of a SigningCertificate.
    private static func first(_ values: inout DERReader) throws(ParseError) -> DERReader {
        var signingCertificate = try values.open(DERTag.sequence)
        var list = try signingCertificate.open(DERTag.sequence)
        return try list.open(DERTag.sequence)
    }
}
