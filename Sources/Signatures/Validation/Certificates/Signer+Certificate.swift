import Bytes

extension Signer {
    /// What the certificate says of whom it was issued to.
    package init(_ certificate: Certificate) {
        self.init(
            subject: certificate.subject.text, issuer: certificate.issuer.text,
            serial: Hexadecimal.encode(certificate.serial), notBefore: certificate.notBefore,
            notAfter: certificate.notAfter, key: certificate.key.text)
        commonName = certificate.subject.values("CN").first
        identifiers = certificate.subject.values("UID")
        organization = certificate.subject.values("O").first
    }
}
