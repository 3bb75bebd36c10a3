import Bytes
import Documents
import Signatures
import Testing

@Suite("PDFSignatures")
struct PDFSignaturesTests {
    private func reports(_ bytes: [UInt8]) throws -> [SignatureReport] { try PDFVerdict.reports(bytes) }

    @Test("A signature over the whole file is told with its signer, its time and its methods")
    func whole() throws {
        let report = try #require(try reports(SignatureFixture.bytes("pdf/signed-bb-rsa.pdf")).first)
        #expect(report.form == .pdf)
        #expect(report.coverage == Coverage(whole: true))
        #expect([report.present, report.intact, report.valid, report.trusted, report.revocation] == .passed(5))
        #expect(report.kind == "ETSI.CAdES.detached")
        #expect(report.method == "RSA-SHA256")
        #expect(report.digests == ["SHA256"])
        #expect(report.weaknesses == nil)
        #expect(report.laterChanges == nil)
        #expect(report.signer?.commonName == "Nguyễn Văn An")
        #expect(report.signer?.identifiers == ["CCCD:062090001234"])
        #expect(report.signer?.key == "RSA 2048")
        #expect(report.signer?.issuer == "C=VN, O=Hoso thử nghiệm, CN=Hoso Test Issuing CA 1")
        #expect(report.signedAt != nil)
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

extension [Fact?] {
    fileprivate static func passed(_ count: Int) -> [Fact?] { Array(repeating: Fact.passed, count: count) }
}
