/// What a signature claims: all that it takes to judge it, without the document.
///
/// Documents are read where no other program can be started; claims travel from there to where `Validation` judges them.
package struct SignatureClaim: Sendable, Equatable {
    /// Nil where the method is one that is not verified here.
    package var value: SignatureValue?
    /// The signer's; nil for a bare key.
    package let certificate: Certificate?
    /// Of a signer without a certificate.
    private let bareKey: PublicKey?
    /// Certificates that came along and may help to build a path.
    package var others: [Certificate] = []
    /// The time of signing as the signer states it, in seconds since 1970 UTC.
    package var signedAt: Int?
    /// Weak digests of what is covered, beside those of the value itself.
    package var weaknesses: [String] = []
    /// Why the signer is in doubt whatever the path says, as a stable word such as `signing-certificate-mismatch`.
    package var doubt: String?
    /// Why the value is not even tried.
    package var refusal: Fact?
    /// Nothing but the value carries the digest of what is covered: where it does not fit, neither does the digest.
    package var carriesDigest = false

    package init(value: SignatureValue?, certificate: Certificate) {
        self.value = value
        self.certificate = certificate
        bareKey = nil
    }

    /// With a bare key, or none.
    package init(value: SignatureValue?, key: PublicKey?) {
        self.value = value
        certificate = nil
        bareKey = key
    }

    /// The key shown: the certificate's, where one is shown, and never another beside it.
    package var key: PublicKey? { certificate?.key ?? bareKey }

    /// All that is too weak to trust: digests, method and key.
    package var allWeaknesses: [String] {
        var all: [String] = []
        for weakness in weaknesses + (value?.weaknesses ?? []) + [key?.weakness].compactMap(\.self)
        where !all.contains(weakness) { all.append(weakness) }
        return all
    }

    /// Why the certificate is not trusted whatever its path, as a stable word; nil where the path decides.
    var problem: String? { allWeaknesses.first ?? doubt ?? certificate?.usageProblem }
}
