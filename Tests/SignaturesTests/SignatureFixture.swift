import Bytes
import Documents
import Foundation
import Signatures

/// Signed and unsigned files under `Fixtures`, each named for what it is.
enum SignatureFixture {
    static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    static let corpus = tests.appending(path: "../../../shared/corpus").standardized
    /// The afternoon of 2026-11-24 in Vietnam.
    static let now = 1_795_510_800

    static func bytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: tests.appending(path: "Fixtures/\(path)")))
    }

    static func xml(_ name: String) throws -> [SignatureReport] {
        try xml(bytes: bytes("xml/\(name).xml"))
    }

    static func xml(bytes: [UInt8]) throws -> [SignatureReport] {
        XMLSignatures.reports(in: try XMLDocument.parse(bytes, limits: Limits()))
    }
}
