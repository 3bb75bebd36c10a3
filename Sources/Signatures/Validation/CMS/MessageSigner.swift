import Bytes

/// One signer of a CMS message, with what is signed beside the message itself (RFC 5652, 5.3).
package struct MessageSigner: Sendable {
    /// How the signer's certificate is named.
    package enum Name: Sendable, Equatable {
        /// The issuer's name as it is encoded, and the serial number.
        case issuer([UInt8], serial: [UInt8])
        case key([UInt8])
    }

    package let name: Name
    /// Of the message digest, by its object identifier.
    package let digestAlgorithm: String
    /// The signed attributes as they are digested: as a SET of their own; nil where there are none.
    package let signedAttributes: [UInt8]?
    package let attributes: SignedAttributes
    package let signatureAlgorithm: String
    package let signatureParameters: [UInt8]
    package let value: [UInt8]

    init(_ reader: DERReader, limits: Limits) throws(ParseError) {
        var reader = reader
        _ = try reader.smallInteger()
        if reader.nextTag == DERTag.sequence {
            var pair = try reader.open(DERTag.sequence)
            let issuer = try pair.element(DERTag.sequence)
            let serial = try pair.element(DERTag.integer)
            try pair.finish()
            name = .issuer(pair.encoding(of: issuer), serial: pair.content(of: serial))
        } else {
            name = .key(reader.content(of: try reader.element(DERTag.implicit(0))))
        }
        digestAlgorithm = try reader.algorithm().identifier
        if let element = try reader.element(ifTagged: DERTag.context(0)) {
            // Digested is the set, not the tag that stands for it here (RFC 5652, 5.4).
            let content = reader.content(of: element)
            signedAttributes = DERWriter.element(DERTag.set, content)
            attributes = try SignedAttributes(reader.inside(element), limits: limits)
        } else {
            signedAttributes = nil
            attributes = SignedAttributes()
        }
        (signatureAlgorithm, signatureParameters) = try reader.algorithm()
        value = try reader.octetString()
        _ = try reader.element(ifTagged: DERTag.context(1))
        try reader.finish()
    }
}
