import Bytes
import Documents
import Foundation
import Signatures
import Testing

/// The attacks on XML signatures that have worked elsewhere: no attack file is ever more than it is.
@Suite("Attacks on XML signatures")
struct XMLThreatTests {
    /// A form that was signed by its id, taken apart, so that it can be put together as an attacker would.
    private struct Parts {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let form: String
        let signature: String

        init() throws {
            let text = try SignatureFixture.text("xml/signed-by-id.xml")
            let start = try #require(text.range(of: "<submission"))
            let open = try #require(text.range(of: "<ds:Signature "))
            let close = try #require(text.range(of: "</ds:Signature>"))
            signature = String(text[open.lowerBound..<close.upperBound])
            form = String(text[start.lowerBound..<open.lowerBound] + text[close.upperBound...])
        }

        /// The same form with another name and id, for which nobody signed.
        var forged: String {
            form.replacing("id=\"hs-1\"", with: "id=\"hs-2\"").replacing("Nguyễn Văn An", with: "Kẻ Giả Mạo")
        }

        func forged(holding inner: String) -> String {
            forged.replacing("</submission>", with: inner + "</submission>")
        }

        func signature(holding object: String) -> String {
            signature.replacing("</ds:Signature>", with: "<ds:Object>\(object)</ds:Object></ds:Signature>")
        }
    }

    private func expectNoMore(_ text: String, than most: SignatureWorth = .presentBroken) throws {
        let verdict = try XMLSignatures.verify(
            XMLDocument.parse(Array(text.utf8), limits: Limits()), limits: Limits())
        #expect(verdict.reports.allSatisfy { !$0.coverage.whole || $0.worth < .intact })
        #expect(verdict.signedForm == nil)
        #expect(SignatureWorth(of: verdict.reports) <= most)
    }

    @Test("The parts put together as they were are signed")
    func partsAreSound() throws {
        let parts = try Parts()
        let text = parts.head + parts.form.replacing("</submission>", with: parts.signature + "</submission>")
        let reports = try SignatureFixture.xml(bytes: Array(text.utf8))
        #expect(reports.map(\.intact) == [.passed])
    }

    @Test("XS1 A forged root with the signed form in the signature's object")
    func XS1_originalInObject() throws {
        let parts = try Parts()
        try expectNoMore(parts.head + parts.forged(holding: parts.signature(holding: parts.form)))
        #expect(try SignatureFixture.xml("xsw1-original-in-object").allSatisfy { $0.worth == .presentBroken })
    }

    @Test("XS2 A forged root with the signed form beside the signature")
    func XS2_originalAsSibling() throws {
        let parts = try Parts()
        try expectNoMore(parts.head + parts.forged(holding: parts.signature + parts.form))
        try expectNoMore(parts.head + parts.forged(holding: parts.form + parts.signature))
    }

    @Test("XS3 A forged root with the signed form in one of its fields")
    func XS3_originalInField() throws {
        let parts = try Parts()
        let text = parts.forged.replacing(
            "<attachments", with: "<form component=\"X\">\(parts.form)</form><attachments")
        try expectNoMore(
            parts.head + text.replacing("</submission>\n</submission>", with: "</submission></submission>"))
        #expect(try SignatureFixture.xml("xsw3-wrapped-in-form").allSatisfy { $0.worth == .presentBroken })
    }

    @Test(
        "XS4 A forged root with the signature in it and the signed form within the signature, and with the id of both")
    func XS4_sameId() throws {
        let parts = try Parts()
        let forged = parts.forged(holding: parts.signature(holding: parts.form))
        try expectNoMore(parts.head + forged.replacing("id=\"hs-2\"", with: "id=\"hs-1\""))
    }

    @Test("XS5 A forged form in the place of the signed one")
    func XS5_formReplaced() throws {
        #expect(try SignatureFixture.xml("xsw5-form-replaced").allSatisfy { $0.worth == .presentBroken })
    }

    @Test("XS6 A second form that nobody signed leaves the first signed, and the whole not")
    func XS6_secondForm() throws {
        let report = try #require(try SignatureFixture.xml("xsw6-second-form-added").first)
        #expect(report.coverage == Coverage(part: true))
    }

    @Test("XS7 The signed form in an element that nobody looks into")
    func XS7_extension() throws {
        let parts = try Parts()
        try expectNoMore(parts.head + parts.forged(holding: "<Extensions>\(parts.form)</Extensions>" + parts.signature))
    }

    @Test("XS8 The signed form, with its signature, in the object of another signature")
    func XS8_objectOfAnother() throws {
        let parts = try Parts()
        let inner = parts.form.replacing("</submission>", with: parts.signature + "</submission>")
        let empty =
            "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:Object>\(inner)</ds:Object></ds:Signature>"
        try expectNoMore(parts.head + parts.forged(holding: empty))
    }

    @Test("XS9 An id that two elements have means neither, whichever comes first")
    func XS9_duplicateId() throws {
        let reports = try SignatureFixture.xml("xsw4-duplicate-id")
        #expect(reports.map(\.intact) == [.failed("id-not-unique")])
        #expect(reports.map(\.coverage) == [Coverage()])
    }

    @Test("XS10 What is read is what was digested: the signed bytes and the form say the same, comment or not")
    func XS10_oneDocument() throws {
        for name in ["enveloped-c14n10-comments", "uri-xpointer-id", "same-cdata", "same-charrefs", "enveloping"] {
            let document = try XMLDocument.parse(SignatureFixture.bytes("xml/\(name).xml"), limits: Limits())
            let verdict = try XMLSignatures.verify(document, limits: Limits())
            let signed = try XMLDocument.parse(try #require(verdict.signedForm), limits: Limits())
            let form = try #require(XMLFormElement.find(in: document))
            let own = try #require(XMLFormElement.find(in: signed))
            #expect(own.first("submitter")?.text == form.first("submitter")?.text)
            #expect(own.attribute("id") == form.attribute("id"))
            #expect(XMLSignatures.areThere(in: signed) == false)
        }
    }

    @Test("XS11 What has no canonical form, and what is canonically nothing, is never intact")
    func XS11_voidCanonicalization() throws {
        let text = try SignatureFixture.text("xml/enveloped-c14n10-rsa-sha256.xml")
        let relative = text.replacing("<submission ", with: "<submission xmlns:x=\"../y\" ")
        let report = try #require(try SignatureFixture.xml(bytes: Array(relative.utf8)).first)
        #expect(report.intact == .undetermined("no-canonical-form"))
        // The digest of no bytes at all.
        let nothing = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        let parts = try Parts()
        let void = try parts.signature(holding: "<x Id=\"inner\"/>")
            .replacing("URI=\"#hs-1\"", with: "URI=\"#inner\"").digestReplaced(by: nothing)
        let hollow = parts.head + parts.form.replacing("</submission>", with: void + "</submission>")
        #expect(
            try SignatureFixture.xml(bytes: Array(hollow.utf8)).map(\.intact) == [.failed("nothing-signed")])
    }

    @Test("XS12 Several SignedInfo are none, wherever the second stands")
    func XS12_severalSignedInfo() throws {
        let text = try SignatureFixture.text("xml/signed-by-id.xml")
        let start = try #require(text.range(of: "<ds:SignedInfo>"))
        let end = try #require(text.range(of: "</ds:SignedInfo>"))
        let info = String(text[start.lowerBound..<end.upperBound])
        for doubled in [
            text.replacing(info, with: info + info),
            text.replacing("</ds:KeyInfo>", with: "<ds:KeyName>\(info)</ds:KeyName></ds:KeyInfo>"),
        ] {
            let reports = try SignatureFixture.xml(bytes: Array(doubled.utf8))
            #expect(reports.map(\.present) == [.failed("several-signed-info")])
        }
    }

    @Test("XS13 A comment in a digest or in the value makes it none", arguments: ["DigestValue", "SignatureValue"])
    func XS13_commentInDigest(element: String) throws {
        let text = try SignatureFixture.text("xml/signed-by-id.xml")
        let commented = text.replacing("<ds:\(element)>", with: "<ds:\(element)><!-- AAAA -->")
        #expect(commented != text)
        #expect(
            try SignatureFixture.xml(bytes: Array(commented.utf8)).map(\.present) == [.failed("divided-text")])
    }

    @Test("XS14 A form without a signature, or with an empty one, is never signed")
    func XS14_absent() throws {
        #expect(SignatureWorth(of: try SignatureFixture.judged("unsigned")) == .absent)
        #expect(SignatureWorth(of: try SignatureFixture.judged("empty-signature-element")) == .presentBroken)
        let empty = try #require(try SignatureFixture.judged("empty-signature-value").first)
        #expect(empty.valid == .failed("empty-signature-value"))
        let unverified = try #require(try SignatureFixture.xml("empty-signature-value").first)
        #expect(unverified.judged(by: .integrityOnly, now: SignatureFixture.now).valid == .emptyValue)
    }

    @Test("XS14 An empty signature stays one that nobody made, though what it would cover was changed")
    func XS14_emptyAndChanged() throws {
        let text = try SignatureFixture.text("xml/empty-signature-value.xml")
        let changed = Array(text.replacing("Xin việc làm", with: "Xin việc khác").utf8)
        for validation in [TestTrust.validation, .integrityOnly] {
            let report = try #require(
                try SignatureFixture.xml(bytes: changed).first?.judged(by: validation, now: SignatureFixture.now))
            #expect(report.intact.outcome == .failed)
            #expect(report.valid == .emptyValue && !report.isMade)
            #expect(report.worth == .presentBroken)
        }
    }

    @Test(
        "XS15 A certificate that only the document itself vouches for is never trusted",
        .enabled(if: OpenSSL.installed != nil))
    func XS15_certificateOfItsOwn() throws {
        for name in ["cert-selfsigned", "cert-otherca", "keyinfo-keyvalue"] {
            let report = try #require(try SignatureFixture.judged(name).first)
            #expect(report.valid == .passed)
            #expect(report.trusted.outcome == .failed)
        }
    }

    @Test("XS16 A keyed hash is never tried with the public key that everybody has")
    func XS16_keyedHash() throws {
        let report = try #require(try SignatureFixture.judged("hmac-with-public-key").first)
        #expect(report.valid == .failed("keyed-hash"))
        #expect(report.worth == .intact)
    }

    @Test("XS17 A keyed hash cut to nothing is a keyed hash")
    func XS17_truncatedHash() throws {
        let text = try SignatureFixture.text("xml/hmac-with-public-key.xml")
        let cut = text.replacing(
            "hmac-sha256\"/>",
            with: "hmac-sha256\"><ds:HMACOutputLength>0</ds:HMACOutputLength></ds:SignatureMethod>")
        #expect(cut != text)
        let report = try #require(try SignatureFixture.judged(bytes: Array(cut.utf8)).first)
        #expect(report.valid == .failed("keyed-hash"))
    }

    @Test(
        "XS18 Nothing outside the package is ever fetched",
        arguments: ["reference-http", "reference-file-absolute", "reference-file-outside"])
    func XS18_outside(name: String) throws {
        let asked = SignedFiles { name in
            Issue.record("\(name) was asked for")
            return nil
        }
        let report = try #require(
            try SignatureFixture.xml(bytes: SignatureFixture.bytes("xml/\(name).xml"), files: asked).first)
        #expect(report.intact == .undetermined("reference-not-fetched"))
    }

    @Test(
        "XS19 A transform that might show something else is never run",
        arguments: ["transforms-xslt", "xpath-selects-nothing"])
    func XS19_transforms(name: String) throws {
        let report = try #require(try SignatureFixture.xml(name).first)
        #expect(report.intact == .undetermined("transform-not-allowed"))
        #expect(report.coverage == Coverage())
    }

    @Test("XS20 A signature over a part says so, and gives no form to read")
    func XS20_part() throws {
        let verdict = try XMLSignatures.verify(
            XMLDocument.parse(SignatureFixture.bytes("xml/part-form-only-rest-changed.xml"), limits: Limits()),
            limits: Limits())
        #expect(verdict.reports.map(\.coverage) == [Coverage(part: true)])
        #expect(verdict.signedForm == nil)
    }

    @Test("XS21 A reference to what holds the signature, without leaving it out, covers nothing")
    func XS21_notEnveloped() throws {
        let text = try SignatureFixture.text("xml/signed-by-id.xml")
            .replacing("<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>", with: "")
        #expect(try SignatureFixture.xml(bytes: Array(text.utf8)).map(\.coverage) == [Coverage()])
    }

    @Test("XS22 Weak digests, methods and keys are named and never trusted", .enabled(if: OpenSSL.installed != nil))
    func XS22_weak() throws {
        for (name, weakness) in [
            ("enveloped-rsa-sha1", "sha1"), ("enveloped-digest-sha1-sig-sha256", "sha1"), ("cert-rsa1024", "rsa-1024"),
        ] {
            let report = try #require(try SignatureFixture.judged(name).first)
            #expect(report.weaknesses == [weakness])
            #expect(report.valid == .passed)
            #expect(report.trusted == .failed(weakness))
        }
        let text = try SignatureFixture.text("xml/signed-by-id.xml")
            .replacing("http://www.w3.org/2001/04/xmlenc#sha256", with: "http://www.w3.org/2001/04/xmldsig-more#md5")
        let report = try #require(try SignatureFixture.judged(bytes: Array(text.utf8)).first)
        #expect(report.intact == .undetermined("digest-method-not-computed"))
    }

    @Test(
        "XS23 A value forged for the exponent 3 does not fit, and a real one does",
        .enabled(if: OpenSSL.installed != nil))
    func XS23_lowExponent() throws {
        #expect(try SignatureFixture.judged("rsa-e3-forged").map(\.valid) == [.failed("value-does-not-fit")])
        #expect(try SignatureFixture.judged("rsa-e3").map(\.valid) == [.passed])
    }

    @Test("XS24 A value of two zeros is none", .enabled(if: OpenSSL.installed != nil))
    func XS24_zeros() throws {
        let text = try SignatureFixture.text("xml/enveloped-ecdsa-p256.xml")
        let zeros = Base64.encode([UInt8](repeating: 0, count: 64))
        let forged = try text.elementReplaced("SignatureValue", by: zeros)
        let report = try #require(try SignatureFixture.judged(bytes: Array(forged.utf8)).first)
        #expect(report.intact == .passed)
        #expect(report.valid.outcome == .failed)
    }

    @Test(
        "XS25 A certificate out of date, revoked or of an unknown issuer is not trusted, and says why",
        .enabled(if: OpenSSL.installed != nil),
        arguments: [
            ("cert-expired", "expired"), ("cert-revoked", "revoked"), ("cert-otherca", "unknown-issuer"),
            ("cert-selfsigned", "self-signed"),
        ])
    func XS25_certificate(name: String, reason: String) throws {
        #expect(try SignatureFixture.judged(name).map(\.trusted) == [.failed(reason)])
    }

    @Test(
        "XS26 A signer whom nobody signed, or another than the certificate's, is in doubt",
        .enabled(if: OpenSSL.installed != nil))
    func XS26_signerInDoubt() throws {
        let other = try #require(try SignatureFixture.judged("xades-cert-digest-of-another").first)
        #expect(other.trusted == .failed("signing-certificate-mismatch"))
        let unsigned = try #require(try SignatureFixture.judged("xades-not-referenced").first)
        #expect(unsigned.trusted == .failed("signed-properties-not-signed"))
        #expect(unsigned.signedAt == nil)
        #expect(unsigned.kind == "XMLDSig")
    }

    @Test("XS20 A signature whose form is too much work to hand out is not intact: only what is signed is read")
    func xs20_tooMuchToHandOut() throws {
        let transform = "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>"
        let form = try SignatureFixture.text("xml/enveloped-exc-rsa-sha256.xml")
            .replacing(transform, with: transform + transform)
        var reasons: Set<String?> = []
        for most in stride(from: 1_000, to: 60_000, by: 200) {
            var limits = Limits()
            limits.xmlSignedBytes = most
            let verdict = try XMLSignatures.verify(
                try XMLDocument.parse(Array(form.utf8), limits: limits), limits: limits)
            let report = try #require(verdict.reports.first)
            #expect((report.worth >= .intact) == (verdict.signedForm != nil), "\(most) bytes")
            #expect((report.claims == nil) == (verdict.signedForm == nil), "\(most) bytes")
            reasons.insert(report.intact.reason)
        }
        #expect(reasons == [nil, "over-limit"])
    }

    @Test("XS27 Work is bounded: by bytes, by namespaces in scope, and the same thing is done once")
    func XS27_work() throws {
        func intact(_ bytes: [UInt8], _ change: (inout Limits) -> Void = { _ in }) throws -> Fact? {
            var limits = Limits()
            change(&limits)
            return try SignatureFixture.xml(bytes: bytes, limits: limits).first?.intact
        }
        let form = try SignatureFixture.bytes("xml/enveloped-c14n10-rsa-sha256.xml")
        #expect(try intact(form) == .passed)
        #expect(try intact(form) { $0.xmlSignedBytes = 1_000 } == .undetermined("over-limit"))
        let transforms = try SignatureFixture.bytes("xml/enveloped-filter2.xml")
        #expect(try intact(transforms) { $0.xmlTransforms = 2 } == .passed)
        #expect(try intact(transforms) { $0.xmlTransforms = 1 } == .undetermined("over-limit"))
        // Thirty-one namespaces on each of thirty levels, and ten thousand elements below: seconds for a canonicaliser.
        var text = ""
        for level in 0..<30 {
            let namespaces = (0..<31).map { "xmlns:n\(level)x\($0)=\"urn:\($0)\"" }.joined(separator: " ")
            text += "<e \(namespaces)>"
        }
        text += String(repeating: "<f/>", count: 10_000) + String(repeating: "</e>", count: 30)
        let bomb = String(decoding: form, as: UTF8.self).replacing(
            "<attachments/>", with: "<attachments>\(text)</attachments>")
        #expect(bomb.count > 50_000)
        #expect(try intact(Array(bomb.utf8)) == .undetermined("over-limit"))
    }

    @Test("XS27 Of a flood of signatures beside a form all past the limit are told as one")
    func XS27_flood() throws {
        var limits = Limits()
        limits.xmlSignatures = 2
        let signature = "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/>"
        for (count, told) in [(2, 2), (3, 3), (2_000, 3)] {
            let document = "<s>\(String(repeating: signature, count: count))</s>"
            let verdict = try XMLSignatures.verify(
                XMLDocument.parse(Array(document.utf8), limits: limits), formFile: "form.xml", limits: limits)
            #expect(verdict.reports.count == told)
            #expect(verdict.reports.dropFirst(2).allSatisfy { $0.present == .failed("over-limit") })
        }
    }

    @Test("XS28 A form that carries a digest of a file covers the file only as far as it is covered itself")
    func XS28_digestNotCovered() throws {
        // Covered is the form's element alone; the attachments stand outside of it.
        let reports = try SignatureFixture.xml("part-form-only")
        #expect(reports.allSatisfy { !$0.coverage.whole && $0.coverage.files.isEmpty })
        let paper = try SignatureFixture.bytes("xml/beside/cccd.pdf")
        let swapped = try SignatureFixture.xml(
            bytes: SignatureFixture.bytes("xml/detached-ok.xml"),
            files: SignatureFixture.files(["cccd.pdf": Array(paper.reversed())]))
        #expect(swapped.map(\.intact) == [.failed("digest-mismatch")])
    }
}

extension String {
    /// With other text in the first element of that name in the namespace of signatures.
    func elementReplaced(_ name: String, by text: String) throws -> String {
        let start = try #require(range(of: "<ds:\(name)>"))
        let end = try #require(range(of: "</ds:\(name)>"))
        return replacingCharacters(in: start.upperBound..<end.lowerBound, with: text)
    }

    fileprivate func digestReplaced(by digest: String) throws -> String {
        try elementReplaced("DigestValue", by: digest)
    }
}
