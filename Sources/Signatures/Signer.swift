/// Who signed, as the certificate shown says: personal data, which stays out of logs and metrics.
package struct Signer: Sendable, Codable, Equatable {
    /// The subject's name, one attribute after the other, such as `CN=Nguyễn Văn An, UID=CCCD:062090001234`.
    package let subject: String
    /// The issuer's name, in the same way.
    package let issuer: String
    /// In hexadecimal digits.
    package let serial: String
    /// The first second in which the certificate holds, counted since 1970 UTC.
    package let notBefore: Int
    /// The last second in which it holds, counted since 1970 UTC.
    package let notAfter: Int
    /// The key, such as `RSA 2048` or `EC P-256`.
    package let key: String
    /// The subject's common name, for a person to read.
    package var commonName: String?
    /// The subject's UID attributes (0.9.2342.19200300.100.1.1) as they stand, such as `CCCD:…`, `CMND:…` or `MST:…`.
    package var identifiers: [String] = []
    /// The subject's organisation, where it names one.
    package var organization: String?

    package init(subject: String, issuer: String, serial: String, notBefore: Int, notAfter: Int, key: String) {
        self.subject = subject
        self.issuer = issuer
        self.serial = serial
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.key = key
    }
}
