/// What a validation comes to in the words of ETSI EN 319 102-1 (clause 5.1.3), for those who know those.
package struct Indication: Sendable, Equatable {
    package enum Main: String, Sendable {
        case totalPassed = "TOTAL-PASSED"
        case indeterminate = "INDETERMINATE"
        case totalFailed = "TOTAL-FAILED"
    }

    package let main: Main
    /// Such as `HASH_FAILURE`; nil with TOTAL-PASSED alone.
    package let sub: String?

    package init(_ report: SignatureReport) {
        let (main, sub) =
            Self.ofForm(report) ?? Self.ofValidity(report.valid) ?? Self.ofTrust(report.trusted)
            ?? (.totalPassed, nil)
        self.main = main
        self.sub = sub
    }

    private static func ofForm(_ report: SignatureReport) -> (Main, String?)? {
        guard report.present.outcome == .passed else { return (.totalFailed, "FORMAT_FAILURE") }
        switch (report.intact.outcome, report.intact.reason) {
        case (.passed, _): return nil
        case (.failed, "digest-mismatch"?): return (.totalFailed, "HASH_FAILURE")
        // Also where the signed bytes fit, and what is shown is more than they.
        case (.failed, _): return (.totalFailed, "FORMAT_FAILURE")
        case (.undetermined, "file-not-there"?), (.undetermined, "reference-not-fetched"?):
            return (.indeterminate, "SIGNED_DATA_NOT_FOUND")
        case (.undetermined, "digest-unknown"?), (.undetermined, "digest-method-unknown"?),
            (.undetermined, "digest-method-not-computed"?):
            return (.indeterminate, "CRYPTO_CONSTRAINTS_FAILURE")
        case (.undetermined, _): return (.indeterminate, "GENERIC")
        }
    }

    private static func ofValidity(_ valid: Fact) -> (Main, String?)? {
        switch (valid.outcome, valid.reason) {
        case (.passed, _): nil
        case (.failed, _): (.totalFailed, "SIG_CRYPTO_FAILURE")
        case (.undetermined, "no-key"?): (.indeterminate, "NO_SIGNING_CERTIFICATE_FOUND")
        case (.undetermined, "method-unknown"?): (.indeterminate, "CRYPTO_CONSTRAINTS_FAILURE")
        case (.undetermined, _): (.indeterminate, "GENERIC")
        }
    }

    /// No time-stamp proves when a signature was made, so that whatever holds no more is indeterminate rather than failed.
    private static func ofTrust(_ trusted: Fact) -> (Main, String?)? {
        guard trusted.outcome != .passed else { return nil }
        let sub =
            switch trusted.reason ?? "" {
            case "revoked": "REVOKED_NO_POE"
            case "expired", "not-yet-valid", "at-signing-expired", "at-signing-not-yet-valid": "OUT_OF_BOUNDS_NO_POE"
            case "unknown-issuer", "self-signed", "no-anchors": "NO_CERTIFICATE_CHAIN_FOUND"
            case "no-certificate", "signing-certificate-mismatch", "signed-properties-not-signed":
                "NO_SIGNING_CERTIFICATE_FOUND"
            case "wrong-key-usage": "CHAIN_CONSTRAINTS_FAILURE"
            case "no-openssl", "openssl-failed", "openssl-timeout", "no-scratch-folder", "not-checked": "GENERIC"
            case let reason where reason.hasPrefix("revocation-list") || reason == "no-revocation-list": "TRY_LATER"
            case let reason where reason.hasPrefix("weak-") || reason.hasPrefix("rsa-"): "CRYPTO_CONSTRAINTS_FAILURE"
            case "md5", "sha1", "sha224", "dsa": "CRYPTO_CONSTRAINTS_FAILURE"
            default: "CERTIFICATE_CHAIN_GENERAL_FAILURE"
            }
        return (.indeterminate, sub)
    }
}
