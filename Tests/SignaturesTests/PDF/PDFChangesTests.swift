import Bytes
import Documents
import Signatures
import Testing

@Suite("What came after a signature")
struct PDFChangesTests {
    private func kinds(_ paper: TestPaper) throws -> [String] {
        try PDFVerdict.reports(paper.bytes).map { $0.laterChanges?.rawValue ?? "-" }
    }

    private func worth(_ paper: TestPaper) throws -> [SignatureWorth] {
        try PDFVerdict.reports(paper.bytes).map(\.worth)
    }

    private func signed() throws -> TestPaper {
        var paper = TestPaper()
        try paper.sign()
        return paper
    }

    private static let filled =
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (HoTen) /V (Binh) /Rect [0 0 9 9] /P 3 0 R /AP << /N 6 0 R >> >>"

    @Test("Nothing came after the last of two signatures, and the second after the first")
    func twoSignatures() throws {
        var paper = try signed()
        try paper.sign("company-p384")
        #expect(try kinds(paper) == ["signatures", "-"])
        #expect(try worth(paper) == [.trusted, .trusted])
    }

    @Test("A field that is filled in and signed leaves the first signature its worth, and one that is not does not")
    func formFill() throws {
        var paper = try signed()
        paper.save([5: Self.filled])
        #expect(try kinds(paper) == ["form-fill"])
        #expect(try worth(paper) == [.presentBroken])
        #expect(try PDFVerdict.reports(paper.bytes).first?.intact == .failed("bytes-after-last-signature"))
        try paper.sign("company-p384")
        #expect(try kinds(paper) == ["form-fill", "-"])
        #expect(try worth(paper) == [.trusted, .trusted])
    }

    @Test("A field that becomes another, or moves, is more than filled in")
    func fieldChanged() throws {
        for change in ["/Rect [0 0 99 99]", "/T (Khac)", "/FT /Btn"] {
            var paper = try signed()
            let old = change.hasPrefix("/Rect") ? "/Rect [0 0 9 9]" : change.hasPrefix("/T") ? "/T (HoTen)" : "/FT /Tx"
            paper.save([5: Self.filled.replacing(old, with: change)])
            #expect(try kinds(paper) == ["other"], "\(change)")
        }
    }

    @Test("An object written again as it was is no change, nor is who wrote the file")
    func writtenAgain() throws {
        var paper = try signed()
        paper.save([4: paper.objects[4] ?? "", 3: paper.objects[3] ?? "", 9: "<< /Producer (other) >>"])
        #expect(try kinds(paper) == ["none"])
        #expect(try worth(paper) == [.presentBroken])
        try paper.sign("company-p384")
        #expect(try worth(paper) == [.trusted, .trusted])
    }

    @Test("Data for validation in years to come is told, and takes nothing from a signature that is signed over")
    func validationData() throws {
        var paper = try signed()
        let number = paper.nextNumber
        paper.save([
            1: "<< /Type /Catalog /Pages 2 0 R /AcroForm 7 0 R /DSS \(number) 0 R >>",
            number: "<< /Type /DSS /Certs [\(number + 1) 0 R] >>", number + 1: TestPaper.stream("x"),
        ])
        #expect(try kinds(paper) == ["validation-data"])
        try paper.sign("company-p384")
        #expect(try worth(paper) == [.trusted, .trusted])
    }

    @Test("A page, a field or a signature that is taken away is a change")
    func takenAway() throws {
        var annotations = try signed()
        annotations.save([8: "[]"])
        #expect(try kinds(annotations) == ["other"])
        var signature = try signed()
        signature.save([
            10: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ky10) /Rect [0 0 0 0] /P 3 0 R >>"
        ])
        #expect(try PDFVerdict.worth(of: signature.bytes) != .trusted)
        var moved = try signed()
        moved.save([10: (moved.objects[10] ?? "").replacing("/Rect [0 0 0 0]", with: "/Rect [0 0 99 99]")])
        #expect(try kinds(moved) == ["other"])
    }

    @Test("A digest-in-message signature is read, and too weak to trust")
    func digestInMessage() throws {
        #expect(try SignatureWorth(of: PDFVerdict.reports(named: "signed-sha1")) == .valid)
        #expect(try PDFVerdict.reports(named: "signed-sha1").first?.weaknesses?.contains("sha1") == true)
    }

    @Test("A signature without signed attributes is known to be intact by its value alone")
    func withoutAttributes() throws {
        #expect(try PDFVerdict.reports(named: "signed-openssl-noattr").first?.worth == .trusted)
        let unknown = try PDFVerdict.reports(named: "signed-openssl-noattr", validation: Validation(openssl: { nil }))
        #expect(unknown.first?.intact == .undetermined("no-openssl"))
        #expect(unknown.first?.worth == .presentBroken)
        var bytes = try SignatureFixture.bytes("pdf/signed-openssl-noattr.pdf")
        bytes[bytes.firstRange(of: Array("Giay".utf8), from: 0) ?? 0] ^= 1
        #expect(try PDFVerdict.reports(bytes).first?.intact == .failed("digest-mismatch"))
    }

    @Test("A message that brings content of its own, or a kind that is not known, is worth nothing")
    func otherForms() throws {
        var carrying = TestPaper()
        try carrying.sign(options: ["-cades", "-nodetach"])
        #expect(try PDFVerdict.reports(carrying.bytes).first?.intact.outcome != .passed)
        var unknown = TestPaper()
        try unknown.sign(subFilter: "Acme.sig")
        let report = try #require(try PDFVerdict.reports(unknown.bytes).first)
        #expect(report.intact == .undetermined("subfilter-unknown"))
        #expect(report.worth == .presentBroken)
    }

    @Test("A large file is read in small pieces, each byte a few times at most")
    func flatMemory() throws {
        var paper = TestPaper()
        paper.save([4: TestPaper.stream(String(repeating: "% noi dung trang\n", count: 200_000))])
        try paper.sign()
        let source = CountingSource(paper.bytes)
        let reports = try PDFVerdict.reports(source)
        #expect(reports.map(\.worth) == [.trusted])
        #expect(source.largestRead <= 256 * 1024)
        #expect(source.bytesRead < 4 * source.count)
    }
}
