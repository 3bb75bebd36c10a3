import Signatures
import Testing

@Suite("Indication")
struct IndicationTests {
    private func report(_ present: Fact, _ intact: Fact, _ valid: Fact, _ trusted: Fact) -> SignatureReport {
        SignatureReport(
            form: .pdf, present: present, coverage: Coverage(whole: true), intact: intact, valid: valid,
            trusted: trusted)
    }

    @Test("All facts passed is TOTAL-PASSED, and nothing less is")
    func passed() {
        let indication = Indication(report(.passed, .passed, .passed, .passed))
        #expect(indication.main == .totalPassed)
        #expect(indication.sub == nil)
        let odd: [Fact] = [.failed("anything"), .undetermined("anything")]
        for fact in odd {
            for place in 0..<4 {
                var facts = [Fact.passed, .passed, .passed, .passed]
                facts[place] = fact
                let indication = Indication(report(facts[0], facts[1], facts[2], facts[3]))
                #expect(indication.main != .totalPassed)
                #expect(indication.sub != nil)
            }
        }
    }

    @Test(
        "What is wrong with the content or the value is TOTAL-FAILED",
        arguments: [
            (0, Fact.failed("no-byte-range"), "FORMAT_FAILURE"), (1, .failed("digest-mismatch"), "HASH_FAILURE"),
            (1, .failed("changed-after-signing"), "FORMAT_FAILURE"),
            (2, .failed("value-does-not-fit"), "SIG_CRYPTO_FAILURE"),
        ])
    func failed(place: Int, fact: Fact, sub: String) {
        var facts = [Fact.passed, .passed, .passed, .passed]
        facts[place] = fact
        let indication = Indication(report(facts[0], facts[1], facts[2], facts[3]))
        #expect(indication.main == .totalFailed)
        #expect(indication.sub == sub)
    }

    @Test(
        "What time, trust or means do not show is INDETERMINATE",
        arguments: [
            (Fact.failed("revoked"), "REVOKED_NO_POE"), (.failed("expired"), "OUT_OF_BOUNDS_NO_POE"),
            (.failed("at-signing-not-yet-valid"), "OUT_OF_BOUNDS_NO_POE"),
            (.failed("unknown-issuer"), "NO_CERTIFICATE_CHAIN_FOUND"), (.failed("sha1"), "CRYPTO_CONSTRAINTS_FAILURE"),
            (.failed("rsa-1024"), "CRYPTO_CONSTRAINTS_FAILURE"),
            (.failed("wrong-key-usage"), "CHAIN_CONSTRAINTS_FAILURE"),
            (.failed("no-certificate"), "NO_SIGNING_CERTIFICATE_FOUND"),
            (.undetermined("no-anchors"), "NO_CERTIFICATE_CHAIN_FOUND"), (.undetermined("no-openssl"), "GENERIC"),
            (.undetermined("no-revocation-list"), "TRY_LATER"),
            (.undetermined("revocation-list-outdated"), "TRY_LATER"),
        ])
    func indeterminate(trusted: Fact, sub: String) {
        let indication = Indication(report(.passed, .passed, .passed, trusted))
        #expect(indication.main == .indeterminate)
        #expect(indication.sub == sub)
    }
}
