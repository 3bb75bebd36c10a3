package import Bytes
private import Synchronization

/// All that it takes to say whether signatures are valid and trusted, and what was found out already.
///
/// Shared by all workers. What cannot be found out is undetermined, never passed: without `openssl` neither fact is, without
/// anchors none is trusted.
package final class Validation: Sendable {
    /// How far signatures are looked into; each step takes in those before it.
    package enum Depth: Int, Sendable, Comparable {
        /// That they are there, and fit what they cover: no child process.
        case integrity
        /// That the value was made by the key shown.
        case validity
        /// That the certificate is trusted.
        case trust

        package static func < (left: Depth, right: Depth) -> Bool { left.rawValue < right.rawValue }
    }

    private static let troubles = ["no-openssl", "openssl-failed", "openssl-timeout", "no-scratch-folder"]

    package let depth: Depth
    package let trust: TrustStore
    /// Asked for with the first signature that needs it, since looking for it starts it.
    private let openssl: @Sendable () -> OpenSSL?
    private let cache: VerdictCache
    private let tools: Mutex<Tools?>

    /// What is made once, with the first certificate that is looked at.
    private struct Tools: Sendable {
        let scratch: Scratch
        let trustFiles: OpenSSL.TrustFiles
    }

    package init(
        depth: Depth = .trust, trust: TrustStore = .empty,
        openssl: @escaping @Sendable () -> OpenSSL? = { .installed }, limits: Limits = Limits()
    ) {
        self.depth = depth
        self.trust = trust
        self.openssl = openssl
        cache = VerdictCache(count: limits.verdicts)
        tools = Mutex(nil)
    }

    /// Looks at digests alone.
    package static let integrityOnly = Validation(depth: .integrity, openssl: { nil })

    /// Why nothing deeper than digests can be found out on this machine, as a stable word; nil where it can.
    package var obstacle: String? {
        if depth >= .validity, openssl() == nil { return "no-openssl" }
        if depth >= .trust, trust.anchors.isEmpty { return "no-anchors" }
        return nil
    }

    /// Judges a claim.
    ///
    /// - Parameter now: in seconds since 1970 UTC.
    package func assess(_ claim: SignatureClaim, now: Int) -> Assessment {
        let weaknesses = claim.allWeaknesses
        let valid = validity(of: claim)
        var assessment = Assessment(valid: valid, trusted: .undetermined("signature-not-valid"))
        assessment.weaknesses = weaknesses
        assessment.signer = claim.certificate.map(Signer.init)
        guard valid.outcome == .passed else {
            if valid.reason == "not-checked" { assessment.trusted = valid }
            return assessment
        }
        guard let certificate = claim.certificate else {
            assessment.trusted = .failed("no-certificate")
            return assessment
        }
        if let weakness = weaknesses.first {
            assessment.trusted = .failed(weakness)
        } else if let doubt = claim.doubt ?? certificate.usageProblem {
            assessment.trusted = .failed(doubt)
        } else {
            let verdict = verdict(on: certificate, others: claim.others, signedAt: claim.signedAt, now: now)
            assessment.trusted = verdict.trusted
            assessment.revocation = verdict.revocation
        }
        return assessment
    }

    /// Whether the value fits the key.
    package func validity(of claim: SignatureClaim) -> Fact {
        depth >= .validity ? fit(of: claim) : .undetermined("not-checked")
    }

    /// The same however deep is looked.
    package func fit(of claim: SignatureClaim) -> Fact {
        if let refusal = claim.refusal { return refusal }
        guard let key = claim.key else { return .undetermined("no-key") }
        guard let value = claim.value else { return .undetermined("method-unknown") }
        return fit(of: value, under: key)
    }

    /// The same of a value and a key alone, however deep is looked.
    package func fit(of value: SignatureValue, under key: PublicKey) -> Fact {
        guard value.suits(key) else { return .failed("key-of-another-kind") }
        guard let openssl = openssl() else { return .undetermined("no-openssl") }
        guard let tools = madeTools() else { return .undetermined("no-scratch-folder") }
        return openssl.verify(value, under: key, in: tools.scratch)
    }

    /// How many verdicts on certificates are kept.
    var verdictsKept: Int { cache.count }

    // MARK: Paths

    private func verdict(on certificate: Certificate, others: [Certificate], signedAt: Int?, now: Int) -> PathVerdict {
        guard depth >= .trust else { return PathVerdict(trusted: .undetermined("not-checked"), revocation: nil) }
        guard !trust.anchors.isEmpty else {
            return PathVerdict(trusted: .undetermined("no-anchors"), revocation: nil)
        }
        // Its own dates need no one else, and change at one moment of a day.
        for moment in [now, signedAt].compactMap(\.self) {
            if moment > certificate.notAfter { return PathVerdict(trusted: .failed("expired"), revocation: nil) }
            if moment < certificate.notBefore { return PathVerdict(trusted: .failed("not-yet-valid"), revocation: nil) }
        }
        guard let openssl = openssl() else { return PathVerdict(trusted: .undetermined("no-openssl"), revocation: nil) }
        let signedAt = signedAt.flatMap { hold(others, at: $0) ? nil : $0 }
        let key = Self.key(certificate, others, trust, signedAt: signedAt, now: now)
        if let known = cache[key] { return known }
        guard let tools = madeTools() else {
            return PathVerdict(trusted: .undetermined("no-scratch-folder"), revocation: nil)
        }
        let search = PathSearch(
            certificate: certificate, others: others, openssl: openssl, trust: tools.trustFiles, scratch: tools.scratch)
        let verdict = search.verdict(signedAt: signedAt, now: now)
        // What failed for want of time or disk may succeed the next time.
        if !Self.troubles.contains(verdict.trusted.reason ?? "") { cache[key] = verdict }
        return verdict
    }

    /// Whether every certificate that a path could go over was in date then, so that one which holds now held then too.
    private func hold(_ others: [Certificate], at moment: Int) -> Bool {
        (others + trust.intermediates + trust.anchors).allSatisfy { $0.notBefore <= moment && moment <= $0.notAfter }
    }

    private static func key(
        _ certificate: Certificate, _ others: [Certificate], _ trust: TrustStore, signedAt: Int?, now: Int
    ) -> Digest {
        var hash = SHA256()
        hash.update(certificate.digest.bytes)
        hash.update(trust.digest.bytes)
        for other in others { hash.update(other.digest.bytes) }
        for moment in [now, signedAt ?? now] {
            // Days of Vietnam, which begin at 17:00 UTC.
            hash.update(Array(String((moment + 7 * 3600) / 86_400).utf8) + [0])
        }
        return hash.finalize()
    }

    private func madeTools() -> Tools? {
        tools.withLock { tools in
            if tools == nil {
                guard let scratch = try? Scratch(), let files = OpenSSL.TrustFiles(trust, in: scratch) else {
                    return nil
                }
                tools = Tools(scratch: scratch, trustFiles: files)
            }
            return tools
        }
    }
}
