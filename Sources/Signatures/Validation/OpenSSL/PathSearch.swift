/// What is asked of `openssl` about one certificate, and what its answers come to.
struct PathSearch {
    let question: PathQuestion
    let openssl: OpenSSL
    let trust: OpenSSL.TrustFiles
    let scratch: Scratch
    /// What is known already of paths that hold now: whether with revocation checked, and the answer.
    var answers: [Bool: PathAnswer] = [:]

    /// A path must hold now and have held at signing, and nothing on it may be revoked now.
    ///
    /// Whoever has a revoked key can set his clock back, so that a revocation counts whatever the date of signing.
    func verdict() -> PathVerdict {
        let (signedAt, now) = (question.signedAt, question.now)
        let answer: PathAnswer
        switch path(at: now, checksRevocation: true) {
        case .none(let reason): return PathVerdict(trusted: .undetermined(reason), revocation: nil)
        case .answered(let found): answer = found
        }
        var revocation: Fact = trust.revocationLists == nil ? .undetermined("no-revocation-list") : .passed
        if let fatal = answer.fatal {
            let reason = fatal.reason
            return PathVerdict(trusted: .failed(reason), revocation: reason == "revoked" ? .failed(reason) : nil)
        }
        if !answer.isPassed {
            // A list that is missing hides what else may be wrong.
            switch path(at: now, checksRevocation: false) {
            case .none(let reason): return PathVerdict(trusted: .undetermined(reason), revocation: nil)
            case .answered(let plain):
                guard plain.isPassed else {
                    return PathVerdict(trusted: .failed(plain.problems.first?.reason ?? "path-broken"), revocation: nil)
                }
                // Nobody above an anchor needs to say that it is not revoked.
                let concerning = answer.problems.first { $0.depth < plain.length - 1 }
                if let concerning { revocation = .undetermined(concerning.reason) }
            }
        }
        if let signedAt, signedAt != now {
            switch path(at: signedAt, checksRevocation: false) {
            case .none(let reason): return PathVerdict(trusted: .undetermined(reason), revocation: revocation)
            case .answered(let then):
                guard then.isPassed else {
                    let reason = then.problems.first?.reason ?? "path-broken"
                    return PathVerdict(trusted: .failed("at-signing-\(reason)"), revocation: revocation)
                }
            }
        }
        return PathVerdict(trusted: revocation, revocation: revocation)
    }

    private func path(at moment: Int, checksRevocation: Bool) -> OpenSSL.PathResult {
        if moment == question.now, let answer = answers[checksRevocation] { return .answered(answer) }
        return openssl.path(
            of: question.certificate, others: question.others, trust: trust, at: moment,
            checksRevocation: checksRevocation, in: scratch)
    }
}
