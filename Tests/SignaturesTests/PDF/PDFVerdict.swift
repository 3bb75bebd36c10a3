import Bytes
import Documents
import Foundation
import Signatures

/// What the signatures of a PDF come to, as the program itself reads it.
enum PDFVerdict {
    static func reports(
        _ source: any ByteSource, validation: Validation = TestTrust.validation, now: Int = SignatureFixture.now
    ) throws -> [SignatureReport] {
        let file = try PDFFile(source, limits: Limits())
        return try PDFSignatures.reports(in: file, PDFFacts(file)).map { $0.judged(by: validation, now: now) }
    }

    static func reports(_ bytes: [UInt8], validation: Validation = TestTrust.validation) throws -> [SignatureReport] {
        try reports(MemorySource(bytes), validation: validation)
    }

    /// Of a fixture.
    static func reports(
        named name: String, validation: Validation = TestTrust.validation
    ) throws -> [SignatureReport] {
        try reports(SignatureFixture.bytes("pdf/\(name).pdf"), validation: validation)
    }

    static func worth(of bytes: [UInt8]) throws -> SignatureWorth { SignatureWorth(of: try reports(bytes)) }
}
