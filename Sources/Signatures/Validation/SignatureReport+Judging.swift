import Bytes

extension SignatureReport {
    /// Says who signs, by what method and how weak it is, as the first claim has it, and keeps all claims to be judged.
    package mutating func add(_ claims: [SignatureClaim]) {
        self.claims = claims.isEmpty ? nil : claims
        guard let claim = claims.first else { return }
        signer = claim.certificate.map(Signer.init)
        weaknesses = claim.allWeaknesses.isEmpty ? nil : claim.allWeaknesses
    }

    /// The same report with its claims judged, and gone: whatever was said of validity and trust before does not count.
    ///
    /// Of several claims the first whose value fits is the signer's.
    ///
    /// - Parameter now: in seconds since 1970 UTC.
    package func judged(by validation: Validation, now: Int) -> SignatureReport {
        var report = self
        (report.claims, report.closing) = (nil, nil)
        report.revocation = nil
        let closing = (closing ?? []).prefix(validation.limits.signatureClaims).map { validation.fit(of: $0) }
        if intact.outcome != .failed, let first = closing.first, !closing.contains(.passed) {
            report.intact = first.outcome == .failed ? .failed("bytes-after-last-signature") : first
            report.coverage = Coverage(part: true)
        }
        let isThere = present.outcome == .passed
        let reason = Fact.undetermined(!isThere ? "not-present" : report.intact == .passed ? "no-claim" : "not-intact")
        (report.valid, report.trusted) = (reason, reason)
        var found: (claim: SignatureClaim, assessment: Assessment)?
        for claim in (claims ?? []).prefix(validation.limits.signatureClaims)
        where found?.assessment.valid.outcome != .passed {
            let assessment = validation.assess(claim, now: now)
            if found == nil || assessment.valid.outcome == .passed { found = (claim, assessment) }
        }
        guard let (claim, assessment) = found else { return report }
        report.valid = assessment.valid
        report.trusted = assessment.trusted
        report.revocation = assessment.revocation
        report.weaknesses = assessment.weaknesses.isEmpty ? nil : assessment.weaknesses
        report.signer = assessment.signer
        if claim.carriesDigest, intact.outcome == .undetermined, report.intact == intact {
            let fit = validation.depth >= .validity ? assessment.valid : validation.fit(of: claim)
            report.intact = fit.outcome == .failed ? .failed("digest-mismatch") : fit
        }
        return report
    }
}
