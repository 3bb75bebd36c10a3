package import Bytes

/// CMS SignedData (RFC 5652, 5.1), as PDF signatures and time-stamps are.
package struct SignedMessage: Sendable {
    private static let signedData = "1.2.840.113549.1.7.2"

    /// The object identifier of what is signed; plain data for documents.
    package let contentType: String
    /// What is signed, where it came along; nil where it lies elsewhere.
    package let content: [UInt8]?
    package let certificates: [Certificate]
    package let signers: [MessageSigner]

    /// Reads one message from the beginning of the bytes, behind which only zeros may stand.
    ///
    /// Certificates that cannot be read are left out, since they may be of a kind that nobody needs. Throws a `ParseError`:
    /// `limits`, `truncated`, `malformed` or `depth`.
    package init(_ bytes: [UInt8], limits: Limits) throws(ParseError) {
        var reader = DERReader(bytes, rules: .ber, limits: limits)
        var wrapping = try reader.open(DERTag.sequence)
        guard bytes[reader.offset...].allSatisfy({ $0 == 0 }) else {
            throw ParseError(.malformed, "nothing but zeros behind the signature expected", at: reader.offset)
        }
        guard try wrapping.objectIdentifier() == Self.signedData else {
            throw ParseError(.malformed, "signed data expected", at: 0)
        }
        var explicit = try wrapping.open(DERTag.context(0))
        var body = try explicit.open(DERTag.sequence)
        _ = try body.smallInteger()
        _ = try body.element(DERTag.set)

        var encapsulated = try body.open(DERTag.sequence)
        contentType = try encapsulated.objectIdentifier()
        if let element = try encapsulated.element(ifTagged: DERTag.context(0)) {
            var inner = try encapsulated.inside(element)
            content = try inner.octetString()
            try inner.finish()
        } else {
            content = nil
        }

        var certificates: [Certificate] = []
        if let element = try body.element(ifTagged: DERTag.context(0)) {
            var list = try body.inside(element)
            var count = 0
            while !list.isAtEnd {
                count += 1
                guard count <= limits.signatureCertificates else {
                    throw ParseError(
                        .limits, "at most \(limits.signatureCertificates) certificates in a signature expected",
                        at: list.offset)
                }
                var one = list
                _ = try list.element()
                if let certificate = try? Certificate(&one, limits: limits) { certificates.append(certificate) }
            }
        }
        self.certificates = certificates
        _ = try body.element(ifTagged: DERTag.context(1))

        var signers: [MessageSigner] = []
        var list = try body.open(DERTag.set)
        while !list.isAtEnd {
            signers.append(try MessageSigner(list.open(DERTag.sequence), limits: limits))
            guard signers.count <= limits.signatureCertificates else {
                throw ParseError(.limits, "fewer signers in a signature expected", at: list.offset)
            }
        }
        self.signers = signers
    }

    /// The certificate that a signer names; nil where it did not come along.
    package func certificate(of signer: MessageSigner) -> Certificate? {
        certificates.first { certificate in
            switch signer.name {
            case .issuer(let issuer, let serial): certificate.issuer.der == issuer && certificate.serial == serial
            case .key(let identifier): certificate.extensions.subjectKeyIdentifier == identifier
            }
        }
    }
}
