import Bytes
import Files
import Foundation
@testable import Signatures
import Testing

@Suite("Validation")
struct ValidationTests {
    private let now = SignatureFixture.now

    /// A claim whose value fits, by the key of that name, over the digest of nothing in particular.
    private func claim(_ name: String, key: String? = nil, hash: HashAlgorithm = .sha256) throws -> SignatureClaim {
        let certificate = try TestTrust.certificate(name)
        let digest = try #require(MessageDigest.digest(hash, of: Array("hoso".utf8)))
        let value = try TestSigner.sign(digest, hash: hash, key: key ?? name)
        let isElliptic = if case .elliptic = certificate.key.kind { true } else { false }
        return SignatureClaim(
            value: SignatureValue(method: isElliptic ? .ecdsa : .rsaPKCS1, hash: hash, digest: digest, value: value),
            certificate: certificate)
    }

    private func trusted(_ claim: SignatureClaim, _ validation: Validation = TestTrust.validation, now: Int? = nil)
        -> Fact
    {
        validation.assess(claim, now: now ?? self.now).trusted
    }

    // MARK: Values

    @Test(
        "A value fits the key that made it and no other",
        arguments: ["citizen-rsa2048", "citizen-p256", "company-p384"])
    func values(name: String) throws {
        let claim = try claim(name)
        let assessment = TestTrust.validation.assess(claim, now: now)
        #expect(assessment.valid == .passed)
        #expect(assessment.trusted == .passed)
        #expect(assessment.revocation == .passed)
        let others = [
            "citizen-rsa2048": "otherca-rsa2048", "citizen-p256": "company-p384", "company-p384": "citizen-p256",
        ]
        let certificate = try TestTrust.certificate(try #require(others[name]))
        let other = TestTrust.validation.assess(SignatureClaim(value: claim.value, certificate: certificate), now: now)
        #expect(other.valid == .failed("value-does-not-fit"))
        #expect(other.trusted.outcome != .passed)
    }

    @Test(
        "A value is verified under the key of the certificate shown, whatever key a process that reads names beside it")
    func XS16_keyBesideACertificate() throws {
        let victim = try TestTrust.certificate("citizen-rsa2048")
        let forged = SignatureClaim(
            value: try claim("citizen-rsa2048", key: "otherca-rsa2048").value, certificate: victim)
        let crossed = try TestTrust.crossed(forged)
        #expect(crossed.key == victim.key)
        #expect(TestTrust.validation.assess(crossed, now: now).valid == .failed("value-does-not-fit"))
        let shown = forged.value.wired + Optional(victim).wired
        #expect(forged.wired.starts(with: shown))
        let key = Optional(try TestTrust.certificate("otherca-rsa2048").key)
        let beside = shown + key.wired + forged.wired.dropFirst(shown.count)
        #expect(throws: ParseError.self) { try SignatureClaim(wired: beside, room: 1_000_000) }
    }

    @Test("A digest of another length than its hash's does not cross")
    func digestOfAnotherLength() throws {
        let value = try #require(try claim("citizen-rsa2048").value)
        #expect(try TestTrust.crossed(value) == value)
        let (method, hash) = (value.method.wired, value.hash.wired)
        #expect(value.wired.starts(with: method + hash))
        let other = method + HashAlgorithm.sha512.wired + value.wired.dropFirst(method.count + hash.count)
        #expect(throws: ParseError.self) { try SignatureValue(wired: other, room: 0) }
    }

    @Test(
        "Every hash is verified by its name, whether the kernel may vouch or not",
        arguments: [HashAlgorithm.sha1, .sha256, .sha384, .sha512], [true, false])
    func hashes(hash: HashAlgorithm, kernel: Bool) throws {
        let validation = Validation(depth: .validity, kernel: kernel ? KernelVerifier() : nil)
        #expect(validation.assess(try claim("citizen-rsa2048", hash: hash), now: now).valid == .passed)
    }

    @Test("PSS is verified with its salt and mask, and with no others")
    func pss() throws {
        let certificate = try TestTrust.certificate("citizen-rsa2048")
        let digest = SHA256.digest(of: [1]).bytes
        let value = try TestSigner.sign(digest, hash: .sha256, key: "citizen-rsa2048", pssSalt: 32)
        func fit(_ method: SignatureValue.Method) -> Fact {
            TestTrust.validation.fit(
                of: SignatureValue(method: method, hash: .sha256, digest: digest, value: value), under: certificate.key)
        }
        #expect(fit(.rsaPSS(mask: .sha256, salt: 32)) == .passed)
        #expect(fit(.rsaPSS(mask: .sha1, salt: 32)) == .failed("value-does-not-fit"))
        #expect(fit(.rsaPSS(mask: .sha256, salt: 20)) == .failed("value-does-not-fit"))
        #expect(fit(.rsaPKCS1) == .failed("value-does-not-fit"))
    }

    @Test("XS16 A value is never tried under a key of another kind")
    func XS16_keyConfusion() throws {
        let rsa = try claim("citizen-rsa2048")
        let elliptic = try claim("citizen-p256")
        let value = try #require(rsa.value)
        #expect(
            try TestTrust.validation.fit(of: value, under: #require(elliptic.key)) == .failed("key-of-another-kind"))
        let other = try #require(elliptic.value)
        #expect(try TestTrust.validation.fit(of: other, under: #require(rsa.key)) == .failed("key-of-another-kind"))
    }

    @Test("XS23 A forged padding is refused though the cube of the value begins as it should (e = 3)")
    func XS23_laxPadding() throws {
        let digest = SHA256.digest(of: Array("hoso".utf8)).bytes
        let key = try TestTrust.certificate("exponent3").key
        func fit(_ value: [UInt8]) -> Fact {
            TestTrust.validation.fit(
                of: SignatureValue(method: .rsaPKCS1, hash: .sha256, digest: digest, value: value), under: key)
        }
        #expect(fit(try SignatureFixture.bytes("pki/exponent3-forged.sig")) == .failed("value-does-not-fit"))
        #expect(fit(try TestSigner.sign(digest, hash: .sha256, key: "exponent3")) == .passed)
    }

    @Test("XS24 An ECDSA value of zeros fits nothing, nor does one that is out of range")
    func XS24_zeros() throws {
        let key = try TestTrust.certificate("citizen-p256").key
        let digest = SHA256.digest(of: [1]).bytes
        let order: [UInt8] =
            [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 8)
            + [0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51]
        let zero = [UInt8](repeating: 0, count: 32)
        let one = [UInt8](repeating: 0, count: 31) + [1]
        for (r, s) in [(zero, zero), (zero, one), (one, zero), (order, order), (one, order)] {
            let pair = DERWriter.sequence(DERWriter.unsignedInteger(r), DERWriter.unsignedInteger(s))
            let value = SignatureValue(method: .ecdsa, hash: .sha256, digest: digest, value: pair)
            #expect(TestTrust.validation.fit(of: value, under: key).outcome == .failed)
        }
    }

    @Test("Values of no length, or of any other than the key's, fit nothing", arguments: [0, 1, 255, 257, 5_000])
    func odd(count: Int) throws {
        var claim = try claim("citizen-rsa2048")
        let value = try #require(claim.value)
        claim.value = SignatureValue(
            method: .rsaPKCS1, hash: .sha256, digest: value.digest, value: [UInt8](repeating: 7, count: count))
        #expect(TestTrust.validation.assess(claim, now: now).valid == .failed("value-does-not-fit"))
    }

    // MARK: Trust

    @Test(
        "XS25 A certificate that does not lead to an anchor now is not trusted, by name",
        arguments: [
            ("expired-rsa2048", "expired"), ("otherca-rsa2048", "unknown-issuer"),
            ("selfsigned-rsa2048", "self-signed"), ("revoked-rsa2048", "revoked"),
        ])
    func XS25_untrusted(name: String, reason: String) throws {
        let assessment = TestTrust.validation.assess(try claim(name), now: now)
        #expect(assessment.valid == .passed)
        #expect(assessment.trusted == .failed(reason))
        if reason == "revoked" { #expect(assessment.revocation == .failed("revoked")) }
    }

    @Test(
        "XS25 A certificate for another use, or from one who may issue none, is not trusted",
        arguments: [
            ("wrong-usage", "wrong-key-usage"), ("web-server", "wrong-key-usage"), ("not-yet-valid", "not-yet-valid"),
            ("signed-then-expired", "expired"), ("forged-issuer", "issuer-did-not-sign"),
        ])
    func XS25_wrongUse(name: String, reason: String) throws {
        #expect(trusted(try claim(name, key: "wrong-usage")) == .failed(reason))
    }

    @Test("XS25 A citizen's certificate issues no others")
    func XS25_citizenAsIssuer() throws {
        var claim = try claim("issuer-is-no-ca", key: "wrong-usage")
        claim.others = [try TestTrust.certificate("citizen-rsa2048")]
        #expect(trusted(claim).outcome == .failed)
    }

    @Test("XS15 A root that came along with the signature makes nothing trusted")
    func XS15_ownRoot() throws {
        var claim = try claim("otherca-rsa2048")
        claim.others = try TestTrust.certificates("otherroot.cert")
        #expect(trusted(claim) == .failed("unknown-issuer"))
        var own = try self.claim("selfsigned-rsa2048")
        own.others = [try TestTrust.certificate("selfsigned-rsa2048")]
        #expect(trusted(own) == .failed("self-signed"))
    }

    @Test("The path must have held at the stated time of signing too")
    func atSigning() throws {
        var claim = try claim("citizen-rsa2048")
        claim.signedAt = now - 86_400
        #expect(trusted(claim) == .passed)
        claim.signedAt = 1_500_000_000
        #expect(trusted(claim) == .failed("not-yet-valid"))
        // An anchor that began to hold only after the signature was made.
        let late = try TestTrust.certificates("late-anchor.cert")
        claim.signedAt = 1_600_000_000
        let store = TrustStore(anchors: late, revocationLists: TestTrust.store.revocationLists)
        #expect(trusted(claim, Validation(trust: store)) == .failed("at-signing-not-yet-valid"))
    }

    @Test("XS25 A revocation counts whatever the date of signing, since its own date can be set back")
    func XS25_revokedLater() throws {
        let lists = try TestTrust.revocationLists(named: "root.crl", "revoked-later.crl")
        let store = TrustStore(
            anchors: TestTrust.store.anchors, intermediates: TestTrust.store.intermediates, revocationLists: lists)
        var claim = try claim("citizen-rsa2048")
        claim.signedAt = now - 200 * 86_400
        let assessment = Validation(trust: store).assess(claim, now: now)
        #expect(assessment.trusted == .failed("revoked"))
        #expect(assessment.revocation == .failed("revoked"))
    }

    @Test("XS22 Weak digests and keys are named, and never trusted")
    func XS22_weak() throws {
        let sha1 = TestTrust.validation.assess(try claim("citizen-rsa2048", hash: .sha1), now: now)
        #expect(sha1.valid == .passed)
        #expect(sha1.weaknesses == ["sha1"])
        #expect(sha1.trusted == .failed("sha1"))
        let short = TestTrust.validation.assess(try claim("weak-rsa1024"), now: now)
        #expect(short.valid == .passed)
        #expect(short.weaknesses == ["rsa-1024"])
        #expect(short.trusted == .failed("rsa-1024"))
        var covered = try claim("citizen-rsa2048")
        covered.weaknesses = ["sha1"]
        #expect(trusted(covered) == .failed("sha1"))
    }

    @Test("XS26 A signer in doubt is not trusted, and a bare key is nobody's")
    func XS26_doubt() throws {
        var claim = try claim("citizen-rsa2048")
        claim.doubt = "signing-certificate-mismatch"
        #expect(trusted(claim) == .failed("signing-certificate-mismatch"))
        let bare = SignatureClaim(value: claim.value, key: claim.key)
        #expect(TestTrust.validation.assess(bare, now: now).valid == .passed)
        #expect(trusted(bare) == .failed("no-certificate"))
    }

    // MARK: What is not known

    @Test("Without revocation lists, or with old ones, revocation is not known and nothing is trusted")
    func revocationNotKnown() throws {
        func assess(_ lists: [RevocationList], now: Int? = nil) throws -> Assessment {
            let store = TrustStore(
                anchors: TestTrust.store.anchors, intermediates: TestTrust.store.intermediates, revocationLists: lists)
            return Validation(trust: store).assess(try claim("citizen-rsa2048"), now: now ?? self.now)
        }
        #expect(try assess([]).trusted == .undetermined("no-revocation-list"))
        let rootOnly = try assess(TestTrust.revocationLists(named: "root.crl"))
        #expect(rootOnly.valid == .passed)
        #expect(rootOnly.trusted == .undetermined("revocation-list-missing"))
        #expect(rootOnly.revocation == .undetermined("revocation-list-missing"))
        let old = try assess(TestTrust.revocationLists(named: "root.crl", "outdated.crl"))
        #expect(old.trusted == .undetermined("revocation-list-outdated"))
        // In 2025 the lists of 2026 had not been made yet.
        let early = try assess(TestTrust.revocationLists(), now: 1_740_000_000)
        #expect(early.trusted == .undetermined("revocation-list-not-yet-valid"))
    }

    @Test("A missing list does not hide that the path is wrong")
    func missingListHidesNothing() throws {
        let store = TrustStore(
            anchors: TestTrust.store.anchors, intermediates: TestTrust.store.intermediates,
            revocationLists: try TestTrust.revocationLists(named: "root.crl"))
        #expect(trusted(try claim("expired-rsa2048"), Validation(trust: store)) == .failed("expired"))
        #expect(trusted(try claim("selfsigned-rsa2048"), Validation(trust: store)) == .failed("self-signed"))
    }

    @Test("An intermediate may be an anchor, of which nobody need say that it is not revoked")
    func intermediateAsAnchor() throws {
        let store = TrustStore(
            anchors: TestTrust.store.intermediates,
            revocationLists: try TestTrust.revocationLists(named: "intermediate.crl"))
        #expect(trusted(try claim("citizen-rsa2048"), Validation(trust: store)) == .passed)
    }

    @Test("Without openssl nothing is valid, without anchors nothing trusted, and each says so")
    func nothingThere() throws {
        let claim = try claim("citizen-rsa2048")
        let withoutProgram = Validation(trust: TestTrust.store, openssl: { nil })
        let assessment = withoutProgram.assess(claim, now: now)
        #expect(assessment.valid == .undetermined("no-openssl"))
        #expect(assessment.trusted == .undetermined("signature-not-valid"))
        let withoutAnchors = Validation()
        #expect(trusted(claim, withoutAnchors) == .undetermined("no-anchors"))
        #expect(OpenSSL.find(along: "/nowhere:relative:") == nil)
    }

    @Test("A program that cannot be started at the moment is not one that is missing")
    func shortage() throws {
        #expect(OpenSSL.look(along: "/nowhere").isCertain)
        // What is there and does not answer is asked again.
        let folder = FileManager.default.temporaryDirectory.appending(path: "hoso-no-openssl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "openssl")
        try Data("#!/bin/sh\nkill -9 $$\n".utf8).write(to: program)
        // One that may not be run is none.
        let closed = OpenSSL.look(along: folder.path)
        #expect(closed.program == nil && closed.isCertain)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        let found = OpenSSL.look(along: folder.path)
        #expect(found.program != nil && !found.isCertain)
        #expect(OpenSSL.look(along: "\(folder.path):/usr/bin").program?.executable == "/usr/bin/openssl")
    }

    @Test(
        "A program that is not openssl, fails or hangs decides nothing",
        arguments: ["/bin/true", "/bin/false", "/bin/cat"])
    func otherProgram(path: String) throws {
        let validation = Validation(trust: TestTrust.store, openssl: { OpenSSL(executable: path) }, kernel: nil)
        let assessment = validation.assess(try claim("citizen-rsa2048"), now: now)
        #expect(assessment.valid.outcome != .passed)
        #expect(assessment.trusted.outcome != .passed)
    }

    @Test("Under the policy `intact` no program is started")
    func integrityOnly() throws {
        let validation = Validation(
            depth: .integrity, trust: TestTrust.store, openssl: { OpenSSL(executable: "/nowhere") })
        let assessment = validation.assess(try claim("citizen-rsa2048"), now: now)
        #expect(assessment.valid == .undetermined("not-checked"))
        #expect(assessment.trusted == .undetermined("not-checked"))
    }

    // MARK: Verdicts kept

    @Test("A signer met again costs no second look until something on which that depends begins or ends")
    func kept() throws {
        let validation = Validation(trust: TestTrust.store)
        let claim = try claim("citizen-rsa2048")
        #expect(trusted(claim, validation) == .passed)
        #expect(validation.cache.count == 1)
        #expect(trusted(claim, validation, now: now + 60) == .passed)
        #expect(validation.cache.count == 1)
        #expect(trusted(claim, validation, now: now + 86_400) == .passed)
        #expect(validation.cache.count == 1)
        // When he signed makes no difference, as long as all on the path was in date then.
        var earlier = claim
        earlier.signedAt = now - 30 * 86_400
        #expect(trusted(earlier, validation) == .passed)
        #expect(validation.cache.count == 1)
    }

    @Test("A verdict is not kept past the moment at which a revocation list or a certificate on the path ends")
    func keptNoLonger() throws {
        let validation = Validation(
            trust: TrustStore(
                anchors: TestTrust.store.anchors, intermediates: TestTrust.store.intermediates,
                revocationLists: try TestTrust.revocationLists(named: "root.crl", "outdated.crl")))
        let claim = try claim("citizen-rsa2048")
        // The list was to be renewed at 2026-02-01T00:00:00Z, in the morning of a day of Vietnam.
        let end = 1_769_904_000
        #expect(trusted(claim, validation, now: end - 60) == .passed)
        #expect(trusted(claim, validation, now: end + 60) == .undetermined("revocation-list-outdated"))
        #expect(trusted(claim, validation, now: end - 60) == .passed)
        #expect(validation.cache.count == 2)
    }

    @Test("No more verdicts are kept than the limit says")
    func keptUpToTheLimit() throws {
        var limits = Limits()
        limits.verdicts = 2
        let validation = Validation(trust: TestTrust.store, limits: limits)
        for name in ["citizen-rsa2048", "citizen-p256", "officer-rsa3072"] {
            #expect(trusted(try claim(name), validation) == .passed)
        }
        #expect(validation.cache.count == 2)
    }

    @Test("Verdicts are kept up to their number, the last asked for longest")
    func bounded() {
        let cache = VerdictCache(count: 8)
        func key(_ number: Int) -> Digest { SHA256.digest(of: [UInt8(number)]) }
        let first = PathVerdict(trusted: .passed, revocation: .passed)
        for number in 0..<100 {
            cache[key(number)] = number == 0 ? first : PathVerdict(trusted: .failed("\(number)"), revocation: nil)
            #expect(cache.count <= 8)
            #expect(cache[key(0)] == first)
        }
        #expect(cache[key(99)]?.trusted == .failed("99"))
        #expect(cache[key(50)] == nil)
    }

    @Test("Only the word of the program on the file that was asked about counts")
    func answers() {
        func answer(_ output: String, _ errors: String = "") -> PathAnswer {
            PathAnswer(output: Array(output.utf8), errors: Array(errors.utf8), path: "/tmp/1")
        }
        #expect(answer("/tmp/1: OK\nChain:\ndepth=0: CN = a (untrusted)\ndepth=1: CN = b\n").isPassed)
        #expect(answer("/tmp/1: OK\nChain:\ndepth=0: CN = a\n").length == 1)
        #expect(!answer("/tmp/11: OK\n").isPassed)
        #expect(!answer("depth=0: CN = /tmp/1: OK\n").isPassed)
        #expect(!answer("").isPassed)
        let errors =
            "CN = error 23 at 0 depth lookup: x\nerror 10 at 0 depth lookup: certificate has expired\nerror /tmp/1: verification failed\n"
        #expect(answer("", errors).problems == [PathAnswer.Problem(code: 10, depth: 0)])
    }
}
