package import Bytes

/// A claim crosses with a certificate, with a bare key or with neither, so that none can be named beside a certificate.
extension SignatureClaim: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        let value: SignatureValue? = try wire.value()
        if let certificate: Certificate = try wire.value() {
            self.init(value: value, certificate: certificate)
        } else {
            self.init(value: value, key: try wire.value())
        }
        others = try wire.value()
        signedAt = try wire.value()
        weaknesses = try wire.value()
        doubt = try wire.value()
        refusal = try wire.value()
        carriesDigest = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(value)
        wire.write(certificate)
        if certificate == nil { wire.write(key) }
        wire.write(others)
        wire.write(signedAt)
        wire.write(weaknesses)
        wire.write(doubt)
        wire.write(refusal)
        wire.write(carriesDigest)
    }
}
