import Bytes

/// A certificate of which it is to be found out whether it leads to an anchor.
struct PathQuestion: Sendable {
    let certificate: Certificate
    /// Certificates that came along and may help to build a path.
    let others: [Certificate]
    /// Nil where a path that holds now held then.
    let signedAt: Int?
    let now: Int
    /// Of all that the verdict depends on.
    let key: Digest

    init(_ certificate: Certificate, others: [Certificate], signedAt: Int?, now: Int, trust: TrustStore) {
        self.certificate = certificate
        self.others = others
        self.now = now
        let candidates = others + trust.intermediates + trust.anchors
        self.signedAt = signedAt.flatMap { moment in
            candidates.allSatisfy { $0.notBefore <= moment && moment <= $0.notAfter } ? nil : moment
        }
        var hash = SHA256()
        hash.update(certificate.digest.bytes)
        hash.update(trust.digest.bytes)
        for other in others { hash.update(other.digest.bytes) }
        for moment in [now, self.signedAt ?? now] {
            // Days of Vietnam, which begin at 17:00 UTC.
            hash.update(Array(String((moment + 7 * 3600) / 86_400).utf8) + [0])
        }
        key = hash.finalize()
    }
}
