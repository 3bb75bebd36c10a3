import Bytes
import Documents
import Signatures
import Testing

@Suite("Attacks on signed PDFs")
struct PDFThreatTests {
    private func reports(_ paper: TestPaper) throws -> [SignatureReport] { try PDFVerdict.reports(paper.bytes) }
    private func worth(_ paper: TestPaper) throws -> SignatureWorth { SignatureWorth(of: try reports(paper)) }

    private func signed(certification: Int? = nil) throws -> TestPaper {
        var paper = TestPaper()
        try paper.sign(certification: certification)
        return paper
    }

    @Test("A paper that was signed and left alone is trusted")
    func sound() throws {
        #expect(try worth(signed()) == .trusted)
        #expect(try worth(signed(certification: 1)) == .trusted)
        #expect(try reports(signed()).first?.signer?.commonName == "Nguyễn Văn An")
    }

    @Test(
        "PD1 Universal forgery: a signature whose ByteRange or Contents is null or odd is worth nothing",
        arguments: [
            "byterange-name-removed", "usf-contents-empty", "usf-contents-null", "contents-zeroed", "contents-not-cms",
        ])
    func PD1_universalForgery(name: String) throws {
        let reports = try PDFVerdict.reports(named: name)
        #expect(!reports.isEmpty)
        #expect(reports.allSatisfy { $0.worth == .presentBroken && $0.valid.outcome != .passed })
    }

    @Test(
        "PD2 Incremental saving, with a table, a trailer or neither, is found",
        arguments: ["isa-no-xref", "isa-page-replaced", "isa-trailer-only", "isa-copied-signature"])
    func PD2_incrementalSaving(name: String) throws {
        #expect(try SignatureWorth(of: PDFVerdict.reports(named: name)) == .presentBroken)
    }

    @Test("PD2 A time-stamp closes a paper where its own value fits, and not where anything stands in its place")
    func PD2_timestampAtTheEnd() throws {
        var paper = try signed()
        try paper.stamp("selfsigned-rsa2048")
        let sound = try #require(try reports(paper).first)
        #expect(sound.laterChanges == .validationData)
        #expect(sound.worth == .trusted && sound.coverage.whole)
        var bytes = paper.bytes
        let value = try #require(try PDFFacts(MemorySource(bytes), limits: Limits()).signatures.last?.contentsRange)
        let last = try #require(value.dropLast().last { bytes[$0] != UInt8(ascii: "0") })
        bytes[last] = bytes[last] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
        let forged = try #require(try PDFVerdict.reports(bytes).first)
        #expect(forged.intact == .failed("bytes-after-last-signature"))
        #expect(forged.coverage == Coverage(part: true))
        #expect(forged.worth == .presentBroken && forged.closing == nil)
        let unknown = try PDFVerdict.reports(paper.bytes, validation: Validation(openssl: { nil }))
        #expect(unknown.first?.intact == .undetermined("no-openssl"))
    }

    @Test("PD3 A signed tail that was moved away is no signature of what stands in the hole")
    func PD3_wrapping() throws {
        #expect(try SignatureWorth(of: PDFVerdict.reports(named: "swa-moved-tail")) == .presentBroken)
    }

    @Test(
        "PD4 Shadow attacks: hidden content that an update shows, or replaces, breaks the signature",
        arguments: [
            [4: TestPaper.stream("BT (Muc phi 9.000 dong) Tj ET")],
            [3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 6 0 R /Annots 8 0 R >>"],
            [2: "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>"],
            [1: "<< /Type /Catalog /Pages 2 0 R /AcroForm 7 0 R /OpenAction 4 0 R >>"],
        ])
    func PD4_shadow(update: [Int: String]) throws {
        var paper = try signed()
        paper.save(update)
        let report = try #require(try reports(paper).first)
        #expect(report.intact == .failed("changed-after-signing"))
        #expect(report.laterChanges == .other)
        #expect(report.worth == .presentBroken)
        #expect(!report.coverage.whole)
    }

    @Test("PD4 What an update changes stays found though another signs over it")
    func PD4_shadowSignedAgain() throws {
        var paper = try signed()
        paper.save([4: TestPaper.stream("BT (Muc phi 9.000 dong) Tj ET")])
        try paper.sign("otherca-rsa2048")
        let reports = try reports(paper)
        #expect(reports.map(\.worth) == [.presentBroken, .valid])
        #expect(reports.map(\.coverage.whole) == [false, true])
    }

    @Test("PD4 An object number that was named before it had content is not filled in unseen")
    func PD4_danglingFilled() throws {
        var paper = TestPaper()
        paper.save([3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents [4 0 R 40 0 R] /Annots 8 0 R >>"]
        )
        try paper.sign()
        #expect(try worth(paper) == .trusted)
        paper.save([40: TestPaper.stream("BT (khong dung) Tj ET")])
        try paper.sign("company-p384")
        #expect(try reports(paper).first?.intact == .failed("changed-after-signing"))
    }

    @Test("PD5 An annotation put over a certified paper breaks its certification", arguments: [1, 2, 3])
    func PD5_evilAnnotation(level: Int) throws {
        var paper = try signed(certification: level)
        paper.annotate("<< /Type /Annot /Subtype /FreeText /Contents (9.000 dong) /Rect [0 0 99 99] /P 3 0 R >>")
        let report = try #require(try reports(paper).first)
        #expect(report.laterChanges == .annotations)
        #expect(report.worth == .presentBroken)
        // Where the certification lets remarks come, they still have to be signed by somebody.
        try paper.sign("company-p384")
        #expect(try reports(paper).first?.worth == (level == 3 ? .trusted : .presentBroken))
    }

    @Test("PD6 A sneaky signature makes a certified paper worth no more than its own signer is")
    func PD6_sneakySignature() throws {
        var paper = try signed(certification: 2)
        try paper.sign("selfsigned-rsa2048")
        #expect(try reports(paper).map(\.worth) == [.trusted, .valid])
        #expect(try worth(paper) == .valid)
        #expect(try reports(paper).map(\.coverage.whole) == [false, true])
        var closed = try signed(certification: 1)
        try closed.sign("company-p384")
        #expect(try reports(closed).map(\.worth) == [.presentBroken, .trusted])
        #expect(try reports(closed).first?.intact == .failed("changed-after-certification"))
    }

    @Test("PD7 Bytes after the last signature break it, be it one", arguments: ["\n", " ", "%%EOF\n", "junk"])
    func PD7_bytesAfter(text: String) throws {
        var paper = try signed()
        paper.append(text)
        #expect(try worth(paper) == .presentBroken)
        #expect(try reports(paper).first?.coverage == Coverage(part: true))
    }

    @Test(
        "PD8 A ByteRange that overlaps, is negative, overflows or leaves more out than Contents covers nothing",
        arguments: [
            "byterange-gap-too-big", "byterange-negative", "byterange-overflow", "byterange-overlap",
            "byterange-past-end", "byterange-start-not-zero", "byterange-three-numbers", "byterange-zero",
        ])
    func PD8_byteRange(name: String) throws {
        let reports = try PDFVerdict.reports(named: name)
        #expect(!reports.isEmpty)
        #expect(reports.allSatisfy { $0.present.outcome == .failed && $0.worth == .presentBroken })
    }

    @Test("PD8 A tail that is left out is found")
    func PD8_tail() throws {
        #expect(try SignatureWorth(of: PDFVerdict.reports(named: "byterange-tail-uncovered")) == .presentBroken)
    }

    @Test("PD9 An empty field, and a picture of a signature, are no signatures")
    func PD9_pictures() throws {
        var paper = TestPaper()
        let number = paper.nextNumber
        paper.save([
            number: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ky) /Rect [0 0 9 9] /AP << /N 6 0 R >> >>",
            7: "<< /Fields [5 0 R \(number) 0 R] /SigFlags 3 >>", 8: "[5 0 R \(number) 0 R]",
        ])
        #expect(try reports(paper).isEmpty)
        #expect(try worth(paper) == .absent)
    }

    @Test("PD10 A field that shows something else than its value is seen by what came after the signature")
    func PD10_appearance() throws {
        var paper = try signed()
        paper.save([6: TestPaper.stream("BT (Binh) Tj ET")])
        #expect(try reports(paper).first?.laterChanges == .formFill)
        #expect(try worth(paper) == .presentBroken)
        var viewer = try signed()
        viewer.save([7: (viewer.objects[7] ?? "").replacing("/SigFlags 3", with: "/SigFlags 3 /NeedAppearances true")])
        #expect(try reports(viewer).first?.laterChanges == .other)
    }

    @Test("PD10 A paper that leaves the look of its fields to each reader is flagged for the officer")
    func PD10_needAppearances() throws {
        var paper = TestPaper(form: "/NeedAppearances true")
        try paper.sign()
        let facts = try PDFFacts(MemorySource(paper.bytes), limits: Limits())
        #expect(facts.flags.contains("needAppearances"))
        #expect(try PDFFacts(MemorySource(signed().bytes), limits: Limits()).flags.isEmpty)
    }

    @Test("PD13 Signatures of an encrypted paper are not looked for, and claim nothing")
    func PD13_encrypted() throws {
        var paper = try signed()
        paper.save(
            [9: "<< /Producer (x) >>"], trailer: "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (o) /U (u) >>")
        #expect(try PDFFacts(MemorySource(paper.bytes), limits: Limits()).isEncrypted)
        #expect(try reports(paper).isEmpty)
    }

    @Test("PD14 An update with a hybrid table, which readers take one way or the other, breaks the signature")
    func PD14_hybrid() throws {
        var paper = try signed()
        let offset = paper.bytes.count
        let changed = "4 0 obj\n\(TestPaper.stream("BT (9.000 dong) Tj ET"))\nendobj\n"
        let place = offset + changed.utf8.count
        let row = [1, UInt8(offset >> 16), UInt8(offset >> 8 & 255), UInt8(offset & 255), 0]
        let hidden =
            "50 0 obj\n<< /Type /XRef /Size 51 /W [1 3 1] /Index [4 1] /Root 1 0 R /Filter /ASCIIHexDecode /Length 11 >>\nstream\n\(Hexadecimal.encode(row))>\nendstream\nendobj\n"
        paper.append(changed + hidden)
        paper.save([9: "<< /Producer (x) >>"], trailer: "/XRefStm \(place)")
        let facts = try PDFFacts(MemorySource(paper.bytes), limits: Limits())
        #expect(facts.flags.contains("hybrid"))
        let report = try #require(try reports(paper).first)
        #expect(report.laterChanges == .other)
        #expect(report.worth == .presentBroken)
    }

    @Test("Any byte changed outside of the value breaks the signature, and none inside makes it more")
    func everyByte() throws {
        let paper = try signed().bytes
        let value = try #require(try PDFFacts(MemorySource(paper), limits: Limits()).signatures.first?.contentsRange)
        for index in stride(from: 0, to: paper.count, by: 41) where !value.contains(index) {
            var changed = paper
            changed[index] ^= 1
            // What is no PDF any more is refused as such.
            if let worth = try? PDFVerdict.worth(of: changed) { #expect(worth <= .presentBroken, "byte \(index)") }
        }
        let read = try PDFFacts(MemorySource(paper), limits: Limits()).signatures.first?.contents ?? []
        for index in stride(from: value.lowerBound, to: value.upperBound, by: 173) {
            var changed = paper
            changed[index] ^= 4
            guard let facts = try? PDFFacts(MemorySource(changed), limits: Limits()) else { continue }
            if facts.signatures.first?.contents == read, facts.signatures.first?.problems == [] { continue }
            #expect(try PDFVerdict.worth(of: changed) <= .trusted)
        }
    }
}
