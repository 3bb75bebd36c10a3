import Bytes
import Foundation
import Testing

@Suite("Limits")
struct LimitsTests {
    /// The tests that read at each limit and one past it.
    private static let rows = [
        "packageBytes": "PipelineTests/PackingsTests", "fileBytes": "PipelineTests/PackingsTests",
        "files": "IntakeTests/PackageCheckedTests", "expansion": "DocumentsTests/ZIP/ZIPTests",
        "pixels": "DocumentsTests/Images/ImageFactsTests", "leastPixels": "DocumentsTests/Images/ImageFactsTests",
        "tiffPieces": "DocumentsTests/DocumentLimitsTests", "remarks": "IntakeTests/PackageCheckedTests",
        "formBytes": "DocumentsTests/DocumentLimitsTests", "peekedFormBytes": "IntakeTests/FormLimitsTests",
        "xmlDepth": "DocumentsTests/XML/XMLDocumentTests", "xmlNodes": "DocumentsTests/XML/XMLDocumentTests",
        "xmlAttributes": "DocumentsTests/XML/XMLDocumentTests",
        "xmlNamespaces": "DocumentsTests/XML/XMLDocumentTests",
        "xmlTagBytes": "DocumentsTests/DocumentLimitsTests", "xmlTextBytes": "DocumentsTests/XML/XMLDocumentTests",
        "xmlFieldBytes": "IntakeTests/FormLimitsTests", "xmlProblems": "DocumentsTests/DocumentLimitsTests",
        "xmlSignatures": "SignaturesTests/XML/XMLSignaturesTests",
        "xmlReferences": "SignaturesTests/XML/XMLSignaturesTests",
        "xmlTransforms": "SignaturesTests/XML/XMLSignaturesTests",
        "xmlSignedBytes": "SignaturesTests/XML/XMLThreatTests",
        "zipEntries": "DocumentsTests/ZIP/ZIPTests", "zipDepth": "DocumentsTests/DocumentLimitsTests",
        "nameBytes": "DocumentsTests/DocumentLimitsTests",
        "pdfObjects": "DocumentsTests/PDF/PDFFactsTests", "pdfRevisions": "DocumentsTests/PDF/PDFFactsTests",
        "pdfDepth": "DocumentsTests/DocumentLimitsTests", "pdfPages": "DocumentsTests/PDF/PDFFactsTests",
        "pdfSignatures": "DocumentsTests/PDF/PDFFactsTests", "pdfStreamBytes": "DocumentsTests/PDF/PDFFactsTests",
        "pdfFilters": "DocumentsTests/DocumentLimitsTests", "pdfLayers": "DocumentsTests/DocumentLimitsTests",
        "pdfItems": "DocumentsTests/PDF/PDFFactsTests", "pdfStringBytes": "DocumentsTests/DocumentLimitsTests",
        "derDepth": "SignaturesTests/Validation/DERReaderTests",
        "certificateBytes": "SignaturesTests/Validation/CertificateTests",
        "signatureCertificates": "SignaturesTests/Validation/CertificateTests",
        "signatureClaims": "SignaturesTests/XML/XMLVerdictTests",
        "trustBytes": "SignaturesTests/Validation/TrustStoreTests",
        "verdicts": "SignaturesTests/Validation/ValidationTests",
        "pathsAtOnce": "SignaturesTests/Validation/TogetherTests",
        "bytesOfPathAtOnce": "SignaturesTests/Validation/TogetherTests",
        "readSeconds": "BytesTests/LimitsTests", "readBytesEachSecond": "BytesTests/LimitsTests",
        "readMemory": "hosoTests/ReadingLimitsTests", "answerBytes": "hosoTests/ReadingLimitsTests",
        "readTries": "hosoTests/ReadingTests",
    ]

    @Test("Each limit has a test that names it")
    func everyLimitHasARow() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let names = Mirror(reflecting: Limits()).children.compactMap(\.label)
        #expect(Set(names) == Set(Self.rows.keys))
        for (name, file) in Self.rows {
            let text = try String(contentsOf: tests.appending(path: "\(file).swift"), encoding: .utf8)
            #expect(text.firstMatch(of: try Regex("[.\\s\"]\(name)\\b")) != nil, "\(file) does not name \(name)")
        }
    }

    @Test(
        "Reading a package has the least time, and a second more for so many bytes, up to those of the largest package")
    func time() {
        var limits = Limits()
        limits.readSeconds = 3
        limits.readBytesEachSecond = 1_000
        limits.packageBytes = 5_000
        let sizes = [0, 999, 1_000, 4_999, 5_000, .max]
        #expect(sizes.map { limits.readSeconds(for: $0) } == [3, 3, 4, 7, 8, 8])
    }
}
