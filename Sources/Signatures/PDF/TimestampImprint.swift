import Bytes

/// The digest in a time-stamp (RFC 3161, 2.4.2).
struct TimestampImprint {
    let hash: HashAlgorithm
    let digest: [UInt8]

    /// Reads a TSTInfo; nil for anything else.
    init?(_ bytes: [UInt8], limits: Limits) {
        do throws(ParseError) {
            var outer = DERReader(bytes, rules: .ber, limits: limits)
            var info = try outer.open(DERTag.sequence)
            _ = try info.smallInteger()
            _ = try info.objectIdentifier()
            var imprint = try info.open(DERTag.sequence)
            guard let hash = MessageAlgorithms.hash(try imprint.algorithm().identifier) else { return nil }
            self.hash = hash
            digest = try imprint.octetString()
            try imprint.finish()
        } catch {
            return nil
        }
    }
}
