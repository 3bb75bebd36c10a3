import Signatures
import Testing

@Suite("What a PDF prepares before it is signed, to show another thing afterwards")
struct PDFShadowTests {
    private static let shown = TestPaper.stream("BT (Muc phi 900.000 dong) Tj ET")

    /// The changes that are told of a paper which was saved before it was signed and again afterwards.
    private func change(before: [Int: String], after: [Int: String], trailer: String = "") throws -> String? {
        var paper = TestPaper()
        paper.save(before, trailer: trailer)
        try paper.sign()
        paper.save(after, trailer: trailer)
        return try PDFVerdict.reports(paper.bytes).first?.laterChanges?.rawValue
    }

    private func catalogue(_ more: String) -> String { "<< /Type /Catalog /Pages 2 0 R /AcroForm 7 0 R \(more) >>" }
    private func page(_ more: String) -> String {
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] \(more) >>"
    }

    @Test(
        "What a page shows is not also the file's information, validation data, a field's look or a remark",
        arguments: [
            "/Metadata 4 0 R", "/DSS << /Certs [4 0 R] >>", "/DSS << /VRI << /A 3 0 R >> >>", "/DSS 2 0 R",
        ])
    func PD4_twoRoles(catalogue more: String) throws {
        #expect(try change(before: [1: catalogue(more)], after: [4: Self.shown]) == "other")
    }

    @Test("What a page reaches by way of its resources is not validation data either")
    func PD4_resources() throws {
        let before = [
            1: catalogue("/DSS << /Certs [20 0 R] >>"), 3: page("/Contents 4 0 R /Annots 8 0 R /Resources 20 0 R"),
            20: "<< /XObject << /X 21 0 R >> >>", 21: TestPaper.stream("x"),
        ]
        #expect(try change(before: before, after: [21: Self.shown]) == "other")
    }

    @Test("A list of what a page draws is not also a field, whose value would be drawn")
    func PD4_fieldOfResources() throws {
        func field(_ value: Int) -> String {
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (T) /Rect [0 0 9 9] /P 3 0 R /V \(value) 0 R >>"
        }
        let before = [
            3: page("/Contents 4 0 R /Annots 8 0 R /Resources << /XObject 5 0 R >>"), 4: TestPaper.stream("/V Do"),
            5: field(21), 7: "<< /Fields [5 0 R] >>", 21: TestPaper.stream("x"),
        ]
        #expect(try change(before: before, after: [5: field(40), 40: Self.shown]) == "other")
    }

    @Test("What a page shows is not also the look of a field, however many lead to it")
    func PD4_appearance() throws {
        let field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (T) /Rect [0 0 9 9] /P 3 0 R /AP 20 0 R >>"
        let before = [5: field, 7: "<< /Fields [5 0 R 22 0 R] >>", 20: "<< /N 4 0 R >>", 22: field]
        #expect(try change(before: before, after: [4: Self.shown]) == "other")
    }

    @Test("A page's list of remarks is not also what it shows")
    func PD4_lists() throws {
        let before = [3: page("/Contents 8 0 R /Annots 8 0 R"), 8: "[4 0 R]"]
        let number = 30
        let content = TestPaper.stream("BT (x) Tj ET", "/FT /Sig")
        var paper = TestPaper()
        paper.save(before)
        try paper.sign()
        paper.save([8: (paper.objects[8] ?? "").replacing("]", with: " \(number) 0 R]"), number: content])
        #expect(try PDFVerdict.reports(paper.bytes).first?.laterChanges == .other)
    }

    @Test(
        "A stream of the file's structure stays one, and is none where a page shows it",
        arguments: [PDFShadowTests.shown, TestPaper.stream("BT (x) Tj ET", "/Type /ObjStm /N 0 /First 0")])
    func PD4_structure(after: String) throws {
        let before = [
            3: page("/Contents [4 0 R 20 0 R] /Annots 8 0 R"),
            20: "<< /Type /ObjStm /N 0 /First 0 /Length 0 >>\nstream\n\nendstream",
        ]
        #expect(try change(before: before, after: [20: after]) == "other")
    }

    @Test("An object that lies in an object stream is another where the stream is")
    func PD4_objectStream() throws {
        let page = page("/Contents 20 0 R /Annots 8 0 R")
        let (one, two) = ("40 0 << /X 1 >>", "40 0 << /X 2 >>")
        func stream(_ members: String) -> String { TestPaper.stream(members, "/Type /ObjStm /N 1 /First 5") }
        var paper = TestPaper()
        paper.save([3: page, 20: Self.shown, 30: stream(one)])
        paper.saveStream(of: [40: (30, 0)])
        try paper.sign()
        paper.save([30: stream(two)])
        #expect(try PDFVerdict.reports(paper.bytes).first?.laterChanges == .other)
    }

    @Test("What is named before it can be read is not filled in afterwards")
    func PD4_absent() throws {
        var paper = TestPaper()
        paper.save([3: page("/Contents [4 0 R 20 0 R] /Annots 8 0 R")])
        paper.saveNowhere(20)
        try paper.sign()
        paper.save([20: Self.shown])
        #expect(try PDFVerdict.reports(paper.bytes).first?.laterChanges == .other)
    }

    @Test("An object that is only to come where the table says, and a stream that goes on behind the end, are changes")
    func PD4_behindTheEnd() throws {
        var coming = TestPaper()
        coming.save([3: page("/Contents [4 0 R 20 0 R] /Annots 8 0 R")])
        coming.saveNowhere(20, at: 90_000)
        try coming.sign()
        coming.append(String(repeating: "\n", count: 90_000 - coming.bytes.count) + "20 0 obj\n\(Self.shown)\nendobj\n")
        coming.save([9: "<< /Producer (x) >>"])
        #expect(try PDFVerdict.reports(coming.bytes).first?.laterChanges == .other)
        var open = TestPaper()
        open.save([
            3: page("/Contents [4 0 R 20 0 R] /Annots 8 0 R"),
            20: "<< /Length 60000 >>\nstream\nBT (x) Tj ET\nendstream",
        ])
        try open.sign()
        open.append(String(repeating: "\n", count: 60_000))
        open.save([9: "<< /Producer (x) >>"])
        #expect(try PDFVerdict.reports(open.bytes).first?.laterChanges == .other)
    }

    @Test("A time-stamp that shows itself on a page is no mere data for validation", arguments: [true, false])
    func PD6_visibleTimestamp(isVisible: Bool) throws {
        var paper = TestPaper()
        try paper.sign(certification: 1)
        try paper.sign(
            "company-p384", type: "DocTimeStamp", rectangle: isVisible ? "[0 0 612 792]" : "[0 0 0 0]")
        let first = try #require(try PDFVerdict.reports(paper.bytes).first)
        #expect(first.laterChanges == (isVisible ? .signatures : .validationData))
        #expect(first.coverage.whole == !isVisible)
        #expect((first.intact == .failed("changed-after-certification")) == isVisible)
    }

    @Test("Fonts that fields are drawn with are filled in like them")
    func PD10_resourcesOfForm() throws {
        var paper = TestPaper()
        try paper.sign(certification: 1)
        paper.save([7: (paper.objects[7] ?? "").replacing(" /SigFlags", with: " /DR << /Font << >> >> /SigFlags")])
        #expect(try PDFVerdict.reports(paper.bytes).first?.laterChanges == .formFill)
    }
}
