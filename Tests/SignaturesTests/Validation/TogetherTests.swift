import Bytes
import Testing

@testable import Signatures

@Suite("Certificates asked about together")
struct TogetherTests {
    private let now = SignatureFixture.now
    private static let good = ["citizen-rsa2048", "citizen-p256", "company-p384", "officer-rsa3072"]
    private static let bad = [
        "revoked-rsa2048", "otherca-rsa2048", "selfsigned-rsa2048", "forged-issuer", "issuer-is-no-ca",
    ]

    /// As far as paths are concerned a value need not fit.
    private func claim(_ certificate: Certificate) -> SignatureClaim {
        let isElliptic = if case .elliptic = certificate.key.kind { true } else { false }
        let value = SignatureValue(
            method: isElliptic ? .ecdsa : .rsaPKCS1, hash: .sha256, digest: SHA256.digest(of: [1]).bytes, value: [1])
        return SignatureClaim(value: value, certificate: certificate)
    }

    private func claims(_ names: [String]) throws -> [SignatureClaim] {
        try names.map { claim(try TestTrust.certificate($0)) }
    }

    private func findOut(_ claims: [SignatureClaim], _ validation: Validation) {
        for questions in validation.questions(of: claims, now: now) { validation.findOut(questions) }
    }

    /// What is known of a claim's certificate without asking.
    private func known(_ claim: SignatureClaim, _ validation: Validation) throws -> PathVerdict? {
        let path = validation.path(
            of: try #require(claim.certificate), others: claim.others, signedAt: claim.signedAt, now: now)
        return if case .known(let verdict) = path { verdict } else { nil }
    }

    /// What is found out of it alone, by one who knows nothing yet.
    private func alone(_ claim: SignatureClaim, _ trust: TrustStore) throws -> PathVerdict {
        let validation = Validation(trust: trust)
        let path = validation.path(
            of: try #require(claim.certificate), others: claim.others, signedAt: claim.signedAt, now: now)
        switch path {
        case .known(let verdict): return verdict
        case .open(let question): return try #require(validation.search(question)).verdict()
        }
    }

    /// Signed, so that the whole way to a verdict is gone.
    private func signed(_ name: String) throws -> SignatureClaim {
        var claim = claim(try TestTrust.certificate(name))
        let digest = SHA256.digest(of: Array("hoso".utf8)).bytes
        let value = try #require(claim.value)
        claim.value = SignatureValue(
            method: value.method, hash: .sha256, digest: digest,
            value: try TestSigner.sign(digest, hash: .sha256, key: name))
        return claim
    }

    // MARK: The same as alone

    @Test("Good, revoked, expired, unknown and weak ones in one question come out as each does alone")
    func mixed() throws {
        let names = [
            "citizen-rsa2048", "revoked-rsa2048", "citizen-p256", "expired-rsa2048", "otherca-rsa2048",
            "selfsigned-rsa2048", "weak-rsa1024", "company-p384",
        ]
        let claims = try names.map(signed)
        let together = Validation(trust: TestTrust.store)
        findOut(claims, together)
        #expect(together.cache.count == 6)
        let assessed = claims.map { together.assess($0, now: now) }
        #expect(assessed == claims.map { Validation(trust: TestTrust.store).assess($0, now: now) })
        #expect(
            assessed.map { $0.trusted.reason ?? "passed" } == [
                "passed", "revoked", "passed", "expired", "unknown-issuer", "self-signed", "rsa-1024", "passed",
            ])
    }

    @Test("Each verdict is the one that it has alone, whatever anchors and lists there are")
    func everyStore() throws {
        let lists = try TestTrust.revocationLists(named: "root.crl")
        let sound = TestTrust.store
        let stores = [
            TestTrust.store, TrustStore(anchors: sound.anchors, intermediates: sound.intermediates),
            TrustStore(anchors: sound.anchors, intermediates: sound.intermediates, revocationLists: lists),
            TrustStore(anchors: sound.intermediates, revocationLists: sound.revocationLists),
            TrustStore(anchors: sound.anchors, revocationLists: sound.revocationLists),
            TrustStore(anchors: try TestTrust.certificates("otherroot.cert")),
        ]
        for store in stores {
            let validation = Validation(trust: store)
            let claims = try claims(Self.good + Self.bad)
            findOut(claims, validation)
            for claim in claims { #expect(try known(claim, validation) == (try alone(claim, store))) }
        }
        #expect(try alone(try claims(Self.good)[0], stores[1]).trusted == .undetermined("no-revocation-list"))
        #expect(try alone(try claims(Self.good)[0], stores[2]).trusted == .undetermined("revocation-list-missing"))
        #expect(try alone(try claims(Self.good)[0], stores[3]).trusted == .passed)
    }

    @Test(
        "The same at moments at which lists are too new, or certificates on the path too old",
        arguments: [0, 400, 4_000])
    func everyMoment(days: Int) throws {
        let moment = days == 0 ? 1_740_000_000 : now + days * 86_400
        let names = Self.good + Self.bad
        let validation = Validation(trust: TestTrust.store)
        let claims = try claims(names)
        for questions in validation.questions(of: claims, now: moment) { validation.findOut(questions) }
        for claim in claims {
            let certificate = try #require(claim.certificate)
            func verdict(_ validation: Validation) throws -> PathVerdict {
                switch validation.path(of: certificate, others: [], signedAt: nil, now: moment) {
                case .known(let verdict): return verdict
                case .open(let question): return try #require(validation.search(question)).verdict()
                }
            }
            #expect(try verdict(validation) == (try verdict(Validation(trust: TestTrust.store))))
        }
    }

    @Test("One changed in any byte is judged as it is alone, and those beside it come out good")
    func changedBytes() throws {
        let der = try TestTrust.certificate("citizen-rsa2048").der
        var changed: [Certificate] = []
        for place in stride(from: 4, to: der.count, by: 17) {
            var bytes = der
            bytes[place] ^= 0x41
            if let certificate = try? Certificate(bytes, limits: Limits()) { changed.append(certificate) }
        }
        try #require(changed.count > 20)
        let validation = Validation(trust: TestTrust.store)
        let hostile = changed.map(claim)
        let good = try claims(Self.good)
        findOut(hostile.prefix(20) + good + hostile.dropFirst(20), validation)
        for claim in good { #expect(try known(claim, validation)?.trusted == .passed) }
        for claim in hostile {
            guard let verdict = try known(claim, validation) else { continue }
            #expect(verdict == (try alone(claim, TestTrust.store)))
        }
    }

    @Test("One that could issue others, and all that were asked about beside it, help nobody's path")
    func noHelpFromOthers() throws {
        let issuer = try TestTrust.certificate("otherroot")
        let claims = [claim(issuer), claim(try TestTrust.certificate("otherca-rsa2048"))] + (try claims(Self.good))
        let validation = Validation(trust: TestTrust.store)
        findOut(claims, validation)
        #expect(try known(claims[1], validation)?.trusted == .failed("unknown-issuer"))
        #expect(try known(claims[2], validation)?.trusted == .passed)
    }

    // MARK: What is asked

    @Test("Several new signers cost one question, and one more for each kind where some pass and some do not")
    func fewQuestions() throws {
        let witness = try WitnessedOpenSSL()
        let validation = Validation(trust: TestTrust.store, openssl: { [program = witness.program] in program })
        findOut(try claims(Self.good), validation)
        #expect(try witness.counts() == [4])
        // Known by now.
        findOut(try claims(Self.good), validation)
        #expect(try witness.counts() == [4])
        let other = try WitnessedOpenSSL()
        findOut(
            try claims(Self.good + Self.bad),
            Validation(trust: TestTrust.store, openssl: { [program = other.program] in program }))
        #expect(try other.counts() == [9, 4, 5])
        // Nobody above an anchor needs a list; it takes a second question to know who stands above.
        let anchored = try WitnessedOpenSSL()
        let validationOfAnchored = Validation(
            trust: TrustStore(
                anchors: TestTrust.store.intermediates + TestTrust.store.anchors,
                revocationLists: TestTrust.store.revocationLists),
            openssl: { [program = anchored.program] in program })
        let good = try claims(Self.good)
        findOut(good, validationOfAnchored)
        #expect(try anchored.counts() == [4, 4])
        #expect(try good.allSatisfy { try known($0, validationOfAnchored)?.trusted == .passed })
    }

    @Test("Only what shares all that came along is asked about together, up to a number, and each once")
    func groups() throws {
        func sizes(_ claims: [SignatureClaim], _ limits: Limits = Limits(), _ store: TrustStore = TestTrust.store)
            -> [Int]
        {
            Validation(trust: store, limits: limits).questions(of: claims, now: now).map(\.all.count).sorted()
        }
        let claims = try claims(Self.good)
        #expect(sizes(claims) == [4])
        #expect(sizes(claims + claims) == [4])
        #expect(sizes(Array(claims.prefix(1))).isEmpty)
        var limits = Limits()
        limits.pathsAtOnce = 2
        #expect(sizes(claims, limits) == [2, 2])
        limits.pathsAtOnce = 3
        #expect(sizes(claims, limits) == [3])
        limits.bytesOfPathAtOnce = 10
        #expect(sizes(claims, limits).isEmpty)
        var apart = claims
        apart[0].others = try TestTrust.certificates("intermediates")
        #expect(sizes(apart) == [3])
        apart[1].others = apart[0].others
        #expect(sizes(apart) == [2, 2])
        apart[1].others = try TestTrust.certificates("otherroot.cert")
        #expect(sizes(apart) == [2])
        #expect(Validation(depth: .validity, trust: TestTrust.store).questions(of: claims, now: now).isEmpty)
        #expect(sizes(claims, Limits(), .empty).isEmpty)
    }

    @Test("What would not be asked of a claim alone is not asked together either")
    func notAsked() throws {
        var claims = try claims(Self.good)
        claims[0].refusal = .failed("empty-signature-value")
        claims[1].doubt = "signing-certificate-mismatch"
        claims[2].weaknesses = ["sha1"]
        claims[3].value = nil
        claims += try self.claims(["expired-rsa2048", "not-yet-valid", "wrong-usage", "weak-rsa1024"])
        #expect(Validation(trust: TestTrust.store).questions(of: claims, now: now).isEmpty)
        // An anchor that began to hold only after the signature was made: the time of signing makes a difference.
        let late = TrustStore(anchors: try TestTrust.certificates("late-anchor.cert"))
        var early = try self.claims(Self.good)
        for index in early.indices { early[index].signedAt = 1_600_000_000 }
        #expect(Validation(trust: late).questions(of: early, now: now).isEmpty)
    }

    // MARK: Answers that do not count

    @Test(
        "Where the program dies, fails or says anything else over several, each is asked about alone",
        arguments: [
            "kill -9 $$", "exit 0", "exit 2", "echo \"error 23 at 0 depth lookup: x\" >&2", "echo noise",
            "/usr/bin/openssl \"$@\"; exit 2", "while :; do echo 0123456789; done",
            "for word in \"$@\"; do echo \"$word: OK\"; done; exit 0",
        ])
    func misbehaving(commands: String) throws {
        let witness = try WitnessedOpenSSL(several: commands)
        let validation = Validation(trust: TestTrust.store, openssl: { [program = witness.program] in program })
        let claims = try ["citizen-rsa2048", "revoked-rsa2048", "citizen-p256"].map(signed)
        findOut(claims, validation)
        #expect(try known(claims[0], validation) == nil && known(claims[2], validation) == nil)
        #expect(try witness.counts().contains(3))
        #expect(claims.map { validation.assess($0, now: now).trusted } == [.passed, .failed("revoked"), .passed])
    }

    @Test("Without the program, or with another, nothing is found out")
    func noProgram() throws {
        let claims = try claims(Self.good)
        #expect(Validation(trust: TestTrust.store, openssl: { nil }).questions(of: claims, now: now).isEmpty)
        for path in ["/bin/true", "/bin/false", "/nowhere"] {
            let validation = Validation(trust: TestTrust.store, openssl: { OpenSSL(executable: path) })
            findOut(claims, validation)
            #expect(validation.cache.count == 0)
        }
    }

    @Test(
        "An answer about several counts where all pass in silence, or each is told what is wrong with it before it fails"
    )
    func answers() {
        let paths = ["/tmp/1", "/tmp/11"]
        func answer(_ output: String, _ errors: String = "", isSuccess: Bool = true) -> JointAnswer {
            JointAnswer(isSuccess: isSuccess, output: Array(output.utf8), errors: Array(errors.utf8), paths: paths)
        }
        func problems(_ answer: JointAnswer) -> [[Int]?] { answer.each.map { $0?.problems.map(\.code) } }
        let none = JointAnswer.none(of: 2)
        let passed = answer(
            "/tmp/1: OK\nChain:\ndepth=0: CN = a\n/tmp/11: OK\nChain:\ndepth=0: CN = a\ndepth=1: CN = b\n")
        #expect(passed.each.map { $0?.isPassed } == [true, true])
        #expect(passed.each.map { $0?.length } == [1, 2])
        for other in [
            "", "/tmp/1: OK\n", "/tmp/11: OK\n/tmp/1: OK\n", "x\n/tmp/1: OK\n/tmp/11: OK\n", "/tmp/111: OK\n",
        ] {
            #expect(answer(other) == none)
        }
        #expect(answer("/tmp/1: OK\n/tmp/11: OK\n", "x") == none)
        #expect(answer("/tmp/1: OK\n/tmp/11: OK\n", isSuccess: false) == none)
        let (first, second) = ("error /tmp/1: verification failed\n", "error /tmp/11: verification failed\n")
        let (old, revoked) = (
            "error 10 at 0 depth lookup: x\n", "CN = error 9 at 0 depth lookup: x\nerror 23 at 1 depth lookup: x\n"
        )
        #expect(problems(answer("", old + first + revoked + second, isSuccess: false)) == [[10], [23]])
        #expect(
            problems(answer("", old + old + revoked + first + old + second, isSuccess: false)) == [[10, 10, 23], [10]])
        #expect(problems(answer("", old + first + second, isSuccess: false)) == [[10], nil])
        for other in [old + first, old + second, old + second + old + first, old + first + old + second + "x"] {
            #expect(
                problems(answer("", other, isSuccess: false)) == (other.hasSuffix("x") ? [[10], [10]] : [nil, nil]))
        }
        // Whose the problem is cannot be told.
        let mixed = answer("/tmp/1: OK\n", old + second, isSuccess: false)
        #expect(mixed.each == [nil, nil])
        #expect(mixed.passed == [true, false])
    }
}
