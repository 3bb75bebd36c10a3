import Bytes
import Documents
import Foundation
import Signatures
import Testing

/// What every kind of signature is worth in the end: by independent tools for those of the corpus, by construction for the rest.
@Suite("Verdicts on XML signatures", .enabled(if: OpenSSL.installed != nil))
struct XMLVerdictTests {
    static let trusted = [
        "attachment-inside-base64", "enveloped-c14n10-comments", "enveloped-c14n10-rsa-sha256", "enveloped-c14n11",
        "enveloped-ecdsa-p256", "enveloped-ecdsa-p384", "enveloped-exc-comments", "enveloped-exc-inclusive-prefixes",
        "enveloped-exc-rsa-sha256", "enveloped-filter2", "enveloped-rsa-pss", "enveloped-rsa-sha384",
        "enveloped-rsa-sha512", "enveloped-rsa3072-officer", "enveloped-signxml-default", "enveloped-xpath",
        "enveloping", "keyinfo-chain-in-order", "keyinfo-leaf-only", "keyinfo-signer-last", "part-form-only",
        "part-form-only-rest-changed", "same-cdata", "same-charrefs", "same-crlf", "same-empty-element",
        "same-quotes-and-spaces", "signature-not-last", "signed-by-id", "tax-form", "tax-form-part", "two-parallel",
        "uri-id-ncname", "uri-id-uuid", "uri-xpointer-id", "uri-xpointer-root", "xades-bes-signxml", "xades-bes-v1",
        "xades-bes-v2", "xsw6-second-form-added",
    ]
    static let valid = [
        "cert-expired", "cert-otherca", "cert-revoked", "cert-rsa1024", "cert-selfsigned",
        "enveloped-digest-sha1-sig-sha256", "enveloped-rsa-sha1", "keyinfo-keyvalue", "rsa-e3",
        "two-parallel-second-expired", "xades-cert-digest-of-another", "xades-not-referenced",
    ]
    static let intact = [
        "bad-base64-signature-value", "empty-signature-value", "hmac-with-public-key", "keyinfo-issuerserial",
        "keyinfo-keyname", "keyinfo-none", "keyinfo-other-cert", "rsa-e3-forged", "short-signature-value",
        "tampered-signature-value", "tampered-signedinfo-alg", "unknown-algorithm",
    ]
    static let broken = [
        "attachment-inside-changed", "empty-signature-element", "enveloping-tampered", "nfd-instead-of-nfc",
        "part-form-only-form-changed", "reference-file-absolute", "reference-file-outside", "reference-http",
        "reference-missing-id", "tampered-attribute", "tampered-content", "tampered-digest-value",
        "tampered-whitespace", "transforms-1000", "transforms-xslt", "two-counter-first-broken",
        "xades-bes-signxml-exc-c14n", "xades-signing-time-changed", "xpath-selects-nothing",
        "xsw1-original-in-object", "xsw2-original-as-sibling", "xsw3-wrapped-in-form", "xsw4-duplicate-id",
        "xsw5-form-replaced", "zero-references",
    ]
    static let absent = ["no-namespace-signature", "unsigned", "unsigned-level2", "wrong-signature-namespace"]

    @Test("A sound signature of a known signer is trusted, whatever it is written with", arguments: trusted)
    func isTrusted(name: String) throws { try expect(name, .trusted) }

    @Test(
        "A value that fits is valid and no more, where its signer or its algorithms are not to be trusted",
        arguments: valid)
    func isValid(name: String) throws { try expect(name, .valid) }

    @Test("Digests that fit are no more than that where the value does not, or cannot be checked", arguments: intact)
    func isIntact(name: String) throws { try expect(name, .intact) }

    @Test("What does not fit, or is not what a reader takes for the form, is broken", arguments: broken)
    func isBroken(name: String) throws { try expect(name, .presentBroken) }

    @Test("What is no signature is absent", arguments: absent)
    func isAbsent(name: String) throws { try expect(name, .absent) }

    private func expect(_ name: String, _ worth: SignatureWorth) throws {
        let reports = try SignatureFixture.judged(name)
        #expect(SignatureWorth(of: reports) == worth, "\(reports)")
    }

    @Test("Every fixture is in one of the lists")
    func complete() throws {
        let folder = SignatureFixture.tests.appending(path: "Fixtures/xml")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }
        let others = ["detached-ok", "detached-only-file", "detached-two-files", "signature-file"]
        let listed = Self.trusted + Self.valid + Self.intact + Self.broken + Self.absent + others
        #expect(Set(names) == Set(listed))
        #expect(listed.count == Set(listed).count)
    }

    @Test("Files beside the form are covered by reference, and one changed byte breaks it")
    func files() throws {
        let paper = try SignatureFixture.bytes("xml/beside/cccd.pdf")
        let other = try SignatureFixture.bytes("xml/beside/don.pdf")
        func worth(_ name: String, _ files: [String: [UInt8]]) throws -> SignatureWorth {
            SignatureWorth(
                of: try SignatureFixture.judged(
                    bytes: SignatureFixture.bytes("xml/\(name).xml"), files: SignatureFixture.files(files)))
        }
        #expect(try worth("detached-ok", ["cccd.pdf": paper]) == .trusted)
        #expect(try worth("detached-only-file", ["cccd.pdf": paper]) == .trusted)
        #expect(try worth("detached-two-files", ["cccd.pdf": paper, "don.pdf": other]) == .trusted)
        #expect(try worth("detached-ok", ["cccd.pdf": paper + [0]]) == .presentBroken)
        #expect(try worth("detached-two-files", ["cccd.pdf": paper, "don.pdf": paper]) == .presentBroken)
        #expect(try worth("detached-ok", [:]) == .presentBroken)
    }

    @Test("A form signed apart is covered whole by the signature beside it, to the byte")
    func apart() throws {
        let form = try SignatureFixture.bytes("xml/beside/form.xml")
        func verdict(_ form: [UInt8]) throws -> XMLSignatures.Verdict {
            try XMLSignatures.verify(
                XMLDocument.parse(SignatureFixture.bytes("xml/signature-file.xml"), limits: Limits()),
                formFile: "form.xml", files: SignatureFixture.files(["form.xml": form]), limits: Limits())
        }
        let sound = try verdict(form)
        #expect(sound.reports.map(\.coverage) == [Coverage(whole: true)])
        #expect(sound.signedForm == form)
        let judged = sound.reports.map { $0.judged(by: TestTrust.validation, now: SignatureFixture.now) }
        #expect(SignatureWorth(of: judged) == .trusted)
        let changed = try verdict(form + [10])
        #expect(changed.reports.first?.intact == .failed("digest-mismatch"))
        #expect(changed.signedForm == nil)
    }

    @Test("A report names the signer, the time and the algorithms")
    func details() throws {
        let report = try #require(try SignatureFixture.judged("xades-bes-v2").first)
        #expect(report.kind == "XAdES-BES")
        #expect(report.method == "RSA-SHA256")
        #expect(report.digests == ["SHA256"])
        #expect(report.signedAt == 1_795_396_470)
        #expect(report.signer?.commonName == "Nguyễn Văn An")
        #expect(report.signer?.identifiers == ["CCCD:062090001234"])
        #expect(report.revocation == .passed)
        #expect(report.weaknesses == nil)
        #expect(report.claims == nil)
    }

    @Test("Without a look at values no program is started, and nothing is said of validity")
    func integrityOnly() throws {
        let report = try #require(try SignatureFixture.xml("xades-bes-v2").first)
            .judged(by: .integrityOnly, now: SignatureFixture.now)
        #expect(report.intact == .passed)
        #expect(report.valid == .undetermined("not-checked"))
        #expect(report.trusted == .undetermined("not-checked"))
        #expect(report.worth == .intact)
        #expect(report.signer?.commonName == "Nguyễn Văn An")
    }

    @Test("Of several claims so many are tried as the limit says, until the value of one fits")
    func claims() throws {
        var report = try #require(try SignatureFixture.xml("xades-bes-v2").first)
        let sound = try #require(report.claims?.first)
        var other = sound
        other.value = nil
        report.add([other, other, sound])
        var limits = Limits()
        let chain = try SignatureFixture.bytes("xml/keyinfo-chain-in-order.xml")
        for most in [1, 2] {
            limits.signatureClaims = most
            #expect(try SignatureFixture.xml(bytes: chain, limits: limits).first?.claims?.count == most)
        }
        for (most, fits) in [(3, true), (2, false)] {
            limits.signatureClaims = most
            let judged = report.judged(
                by: Validation(trust: TestTrust.store, limits: limits), now: SignatureFixture.now)
            #expect((judged.valid == .passed) == fits)
        }
    }

    @Test("Without openssl a sound signature is undetermined, never valid")
    func withoutOpenSSL() throws {
        let validation = Validation(trust: TestTrust.store, openssl: { nil })
        let report = try #require(try SignatureFixture.xml("enveloped-rsa-sha512").first)
            .judged(by: validation, now: SignatureFixture.now)
        #expect(report.valid == .undetermined("no-openssl"))
        #expect(report.trusted.outcome == .undetermined)
    }
}
