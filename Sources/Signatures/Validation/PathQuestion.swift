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
        let bounds = Self.bounds(of: candidates + [certificate], trust.revocationLists)
        for moment in [now, self.signedAt ?? now] {
            // Between two of them nothing begins to hold, and nothing ends.
            let last = bounds.reduce(Int.min) { $1 <= moment ? max($0, $1) : $0 }
            hash.update(Array(String(last).utf8) + [0])
        }
        key = hash.finalize()
    }

    /// The moments at which something begins or ceases to hold, and the second after each, whichever of the two counts.
    private static func bounds(of certificates: [Certificate], _ lists: [RevocationList]) -> [Int] {
        let moments =
            certificates.flatMap { [$0.notBefore, $0.notAfter] }
            + lists.flatMap { [$0.thisUpdate, $0.nextUpdate].compactMap(\.self) }
        return moments.flatMap { [$0, $0 + 1] }
    }
}
