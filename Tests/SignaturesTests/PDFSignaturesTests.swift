import Bytes
import Documents
import Signatures
import Testing

@Suite("PDFSignatures")
struct PDFSignaturesTests {
    private func reports(_ bytes: [UInt8]) throws -> [SignatureReport] {
        PDFSignatures.reports(in: try PDFFacts(MemorySource(bytes), limits: Limits()))
    }

    @Test("A signature over the whole file is there and covers it, and nothing more is claimed")
    func whole() throws {
        let report = try #require(try reports(SignatureFixture.bytes("pdf/signed-openssl-cms.pdf")).first)
        #expect(report.form == .pdf)
        #expect(report.present == .passed)
        #expect(report.coverage == Coverage(whole: true))
        #expect(report.intact == .undetermined("not-checked"))
    }

    @Test("Of two signatures the first covers its revision and the last the whole")
    func two() throws {
        let reports = try reports(SignatureFixture.bytes("pdf/signed-two.pdf"))
        #expect(reports.map(\.coverage) == [Coverage(part: true), Coverage(whole: true)])
        #expect(reports.allSatisfy { $0.present == .passed })
    }

    @Test("An empty signature field is no signature")
    func PD9_emptyField() throws {
        #expect(try reports(SignatureFixture.bytes("pdf/field-unsigned.pdf")).isEmpty)
    }

    @Test("One byte more, and the whole is no longer covered")
    func PD7_oneByteMore() throws {
        let reports = try reports(SignatureFixture.bytes("pdf/signed-openssl-cms.pdf") + [10])
        #expect(reports.map(\.coverage) == [Coverage(part: true)])
    }
}
