package import Bytes

/// What the object identifiers of hashes and signature methods mean (RFC 5754, RFC 4056).
package enum MessageAlgorithms {
    /// The hash; nil for one that is not computed here.
    package static func hash(_ identifier: String) -> HashAlgorithm? {
        switch identifier {
        case "1.2.840.113549.2.5": .md5
        case "1.3.14.3.2.26": .sha1
        case "2.16.840.1.101.3.4.2.1": .sha256
        case "2.16.840.1.101.3.4.2.2": .sha384
        case "2.16.840.1.101.3.4.2.3": .sha512
        default: nil
        }
    }

    /// The method and its hash, which the plain RSA and EC identifiers leave to the message digest's; nil for one not verified here.
    package static func method(
        _ identifier: String, parameters: [UInt8], digest: HashAlgorithm, limits: Limits
    ) -> (SignatureValue.Method, HashAlgorithm)? {
        switch identifier {
        case "1.2.840.113549.1.1.1": (.rsaPKCS1, digest)
        case "1.2.840.113549.1.1.4": (.rsaPKCS1, .md5)
        case "1.2.840.113549.1.1.5", "1.3.14.3.2.29": (.rsaPKCS1, .sha1)
        case "1.2.840.113549.1.1.11": (.rsaPKCS1, .sha256)
        case "1.2.840.113549.1.1.12": (.rsaPKCS1, .sha384)
        case "1.2.840.113549.1.1.13": (.rsaPKCS1, .sha512)
        case "1.2.840.113549.1.1.10": pss(parameters, limits: limits)
        case "1.2.840.10045.2.1": (.ecdsa, digest)
        case "1.2.840.10045.4.1": (.ecdsa, .sha1)
        case "1.2.840.10045.4.3.2": (.ecdsa, .sha256)
        case "1.2.840.10045.4.3.3": (.ecdsa, .sha384)
        case "1.2.840.10045.4.3.4": (.ecdsa, .sha512)
        default: nil
        }
    }

    /// RSASSA-PSS-params, whose absent parts mean SHA-1 and a salt of 20 bytes (RFC 4055, 3.1).
    private static func pss(_ parameters: [UInt8], limits: Limits) -> (SignatureValue.Method, HashAlgorithm)? {
        var hash = HashAlgorithm.sha1
        var mask = HashAlgorithm.sha1
        var salt = 20
        do throws(ParseError) {
            var outer = DERReader(parameters, limits: limits)
            var reader = try outer.open(DERTag.sequence)
            if let element = try reader.element(ifTagged: DERTag.context(0)) {
                var inner = try reader.inside(element)
                guard let named = Self.hash(try inner.algorithm().identifier) else { return nil }
                hash = named
            }
            if let element = try reader.element(ifTagged: DERTag.context(1)) {
                var inner = try reader.inside(element)
                let generator = try inner.algorithm()
                var parameters = DERReader(generator.parameters, limits: limits)
                guard generator.identifier == "1.2.840.113549.1.1.8",
                    let named = Self.hash(try parameters.algorithm().identifier)
                else { return nil }
                mask = named
            }
            if let element = try reader.element(ifTagged: DERTag.context(2)) {
                var inner = try reader.inside(element)
                salt = try inner.smallInteger()
            }
            return (.rsaPSS(mask: mask, salt: salt), hash)
        } catch {
            return nil
        }
    }
}
