import Bytes
import Testing

@testable import Documents

/// A document that needs just so much of one limit, and what it is refused by where there is one less.
struct LimitRow: Sendable, CustomTestStringConvertible {
    let path: any WritableKeyPath<Limits, Int> & Sendable
    let needs: Int
    let code: ParseError.Code
    let read: @Sendable (Limits) throws -> Void

    var testDescription: String { "\(path) = \(needs)" }

    init(
        _ path: any WritableKeyPath<Limits, Int> & Sendable, needs: Int, else code: ParseError.Code,
        _ read: @escaping @Sendable (Limits) throws -> Void
    ) {
        (self.path, self.needs, self.code, self.read) = (path, needs, code, read)
    }

    func refusal(at limit: Int) throws -> ParseError.Code? {
        var limits = Limits()
        limits[keyPath: path] = limit
        do {
            try read(limits)
            return nil
        } catch let error as ParseError {
            return error.code
        }
    }
}

@Suite("The limits of documents")
struct DocumentLimitsTests {
    private static func xml(_ text: String) -> @Sendable (Limits) throws -> Void {
        { _ = try XMLDocument.parse(Array(text.utf8), limits: $0) }
    }

    private static func zip(_ name: String) -> @Sendable (Limits) throws -> Void {
        {
            var sink = MemorySink()
            var writer = ZIPWriter(time: ZIPWriter.Time(year: 2026, month: 11, day: 23, second: 0))
            try writer.addStored(name, MemorySource([1, 2, 3]), to: &sink)
            try writer.finish(to: &sink)
            _ = try ZIPArchive(MemorySource(sink.bytes), limits: $0)
        }
    }

    private static func pdf(_ bytes: [UInt8]) -> @Sendable (Limits) throws -> Void {
        { _ = try PDFFacts(MemorySource(bytes), limits: $0) }
    }

    /// A PDF with a stream of four bytes that is packed so.
    private static func packed(_ filters: [String]) -> [UInt8] {
        let names = filters.map { "/\($0)" }.joined(separator: " ")
        return TestPDF(adding: ["<< /Filter [\(names)] /Length 4 >>\nstream\n5 0 \nendstream"]).bytes
    }

    private static let tag = "<a b=\"" + String(repeating: "c", count: 100) + "\"/>"
    private static let rows = [
        LimitRow(\.formBytes, needs: 4, else: .limits, xml("<a/>")),
        LimitRow(\.xmlTagBytes, needs: tag.utf8.count - 2, else: .limits, xml(tag)),
        LimitRow(\.zipDepth, needs: 2, else: .layout, zip("a/b/c.pdf")),
        LimitRow(\.nameBytes, needs: 260, else: .path, zip(String(repeating: "a", count: 256) + ".pdf")),
        LimitRow(
            \.pdfDepth, needs: 11, else: .depth,
            pdf(
                TestPDF(
                    catalogue: "/X " + String(repeating: "[", count: 10) + String(repeating: "]", count: 10)
                ).bytes)),
        LimitRow(\.pdfFilters, needs: 3, else: .bomb) {
            let step = PDFFilters.Step(filter: "ASCIIHexDecode", parameters: PDFDictionary(pairing: []))
            _ = try PDFFilters.decode([], steps: [step, step, step], most: $0.pdfFilters, limit: 10) { _ in }
        },
        LimitRow(\.pdfLayers, needs: 3, else: .bomb, pdf(packed(["Fl", "LZW", "FlateDecode"]))),
        LimitRow(\.tiffPieces, needs: 4, else: .limits) {
            _ = try ImageFacts(ScanFixture.source("image/tiff-g4-two-pages.tif"), type: .tiff, limits: $0)
        },
    ]

    @Test("What needs just the limit passes, and not where there is one less", arguments: rows)
    func limits(row: LimitRow) throws {
        #expect(try row.refusal(at: row.needs) == nil)
        #expect(try row.refusal(at: row.needs - 1) == row.code)
    }

    @Test("Of the problems of a form so many are told as the limit says")
    func problems() throws {
        let schema = try XMLSchema(
            Array(
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:int"/>\
                <xs:element name="all"><xs:complexType><xs:sequence>\
                <xs:element ref="a" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>
                """.utf8), name: "limits.xsd")
        let document = try XMLDocument.parse(Array("<all><a>x</a><a>y</a><a>z</a></all>".utf8), limits: Limits())
        let all = document.problems(against: schema, limits: Limits()).count
        var limits = Limits()
        for most in [all, all - 1] {
            limits.xmlProblems = most
            #expect(document.problems(against: schema, limits: limits).count == most)
        }
    }

    @Test("A string of a PDF is read up to its limit, so that a signature that is longer is none that fits")
    func strings() throws {
        let bytes = try ScanFixture.bytes("pdf/signed-two.pdf")
        let whole = try PDFFacts(MemorySource(bytes), limits: Limits()).signatures
        var limits = Limits()
        // Two digits a byte, zeros to the end, and one more for the bracket that says that this is the end.
        limits.pdfStringBytes = try #require(whole.compactMap(\.contentsRange).map { $0.count / 2 + 1 }.max())
        #expect(try PDFFacts(MemorySource(bytes), limits: limits).signatures == whole)
        limits.pdfStringBytes = try #require(whole.map(\.contents.count).max()) - 1
        #expect(try PDFFacts(MemorySource(bytes), limits: limits).signatures != whole)
    }
}
