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
    private let kernel: KernelVerifier?
    let limits: Limits
    let cache: VerdictCache
    private let tools: Mutex<Tools?>

    /// What is made once, with the first certificate that is looked at.
    private struct Tools: Sendable {
        let scratch: Scratch
        let trustFiles: OpenSSL.TrustFiles
    }

    package init(
        depth: Depth = .trust, trust: TrustStore = .empty,
        openssl: @escaping @Sendable () -> OpenSSL? = { .installed }, kernel: KernelVerifier? = KernelVerifier(),
        limits: Limits = Limits()
    ) {
        self.depth = depth
        self.trust = trust
        self.openssl = openssl
        self.kernel = kernel
        self.limits = limits
        cache = VerdictCache(count: limits.verdicts)
        tools = Mutex(nil)
    }

    /// Looks at digests alone.
    package static let integrityOnly = Validation(depth: .integrity, openssl: { nil })

    /// Judges a claim.
    ///
    /// - Parameter now: in seconds since 1970 UTC.
    package func assess(_ claim: SignatureClaim, now: Int) -> Assessment {
        let valid = validity(of: claim)
        var assessment = Assessment(valid: valid, trusted: .undetermined("signature-not-valid"))
        assessment.weaknesses = claim.allWeaknesses
        assessment.signer = claim.certificate.map(Signer.init)
        guard valid.outcome == .passed else {
            if valid.reason == "not-checked" { assessment.trusted = valid }
            return assessment
        }
        guard let certificate = claim.certificate else {
            assessment.trusted = .failed("no-certificate")
            return assessment
        }
        if let problem = claim.problem {
            assessment.trusted = .failed(problem)
        } else {
            let verdict = verdict(on: certificate, others: claim.others, signedAt: claim.signedAt, now: now)
            assessment.trusted = verdict.trusted
            assessment.revocation = verdict.revocation
        }
        return assessment
    }

    /// Whether the value fits the key.
    package func validity(of claim: SignatureClaim) -> Fact {
        // Why a value is not even tried is known without trying.
        depth >= .validity ? fit(of: claim) : claim.refusal ?? .undetermined("not-checked")
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
        if let kernel, kernel.vouches(for: value, under: key) { return .passed }
        guard let tools = madeTools() else { return .undetermined("no-scratch-folder") }
        return openssl.verify(value, under: key, in: tools.scratch)
    }

    // MARK: Paths

    private func verdict(on certificate: Certificate, others: [Certificate], signedAt: Int?, now: Int) -> PathVerdict {
        switch path(of: certificate, others: others, signedAt: signedAt, now: now) {
        case .known(let verdict): return verdict
        case .open(let question):
            guard let search = search(question) else {
                return PathVerdict(trusted: .undetermined("no-scratch-folder"), revocation: nil)
            }
            let verdict = search.verdict()
            // What failed for want of time or disk may succeed the next time.
            if !Self.troubles.contains(verdict.trusted.reason ?? "") { keep(verdict, on: question) }
            return verdict
        }
    }

    /// What is known of a path already, or what is to be found out.
    enum Path {
        case known(PathVerdict)
        case open(PathQuestion)
    }

    func path(of certificate: Certificate, others: [Certificate], signedAt: Int?, now: Int) -> Path {
        guard depth >= .trust else {
            return .known(PathVerdict(trusted: .undetermined("not-checked"), revocation: nil))
        }
        guard !trust.anchors.isEmpty else {
            return .known(PathVerdict(trusted: .undetermined("no-anchors"), revocation: nil))
        }
        // Its own dates need no one else, and change at one moment of a day.
        for moment in [now, signedAt].compactMap(\.self) {
            if moment > certificate.notAfter {
                return .known(PathVerdict(trusted: .failed("expired"), revocation: nil))
            }
            if moment < certificate.notBefore {
                return .known(PathVerdict(trusted: .failed("not-yet-valid"), revocation: nil))
            }
        }
        guard openssl() != nil else {
            return .known(PathVerdict(trusted: .undetermined("no-openssl"), revocation: nil))
        }
        let question = PathQuestion(certificate, others: others, signedAt: signedAt, now: now, trust: trust)
        return cache[question.key].map(Path.known) ?? .open(question)
    }

    /// Nil where there is no program, or no place for its files.
    func search(_ question: PathQuestion) -> PathSearch? {
        guard let openssl = openssl(), let tools = madeTools() else { return nil }
        return PathSearch(question: question, openssl: openssl, trust: tools.trustFiles, scratch: tools.scratch)
    }

    func keep(_ verdict: PathVerdict, on question: PathQuestion) { cache[question.key] = verdict }

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
