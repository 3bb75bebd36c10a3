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

    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// What is found of a form by reading alone, with what is left to be judged.
    static func xml(_ name: String) throws -> [SignatureReport] {
        try xml(bytes: bytes("xml/\(name).xml"))
    }

    static func xml(bytes: [UInt8], files: SignedFiles = .none, limits: Limits = Limits()) throws -> [SignatureReport] {
        try XMLSignatures.verify(try XMLDocument.parse(bytes, limits: limits), files: files, limits: limits).reports
    }

    /// The same judged by the anchors and lists under `Fixtures/pki`.
    static func judged(_ name: String) throws -> [SignatureReport] {
        try judged(bytes: bytes("xml/\(name).xml"))
    }

    static func judged(bytes: [UInt8], files: SignedFiles = .none) throws -> [SignatureReport] {
        try xml(bytes: bytes, files: files).map { $0.judged(by: TestTrust.validation, now: now) }
    }

    /// Files beside a form, by name.
    static func files(_ files: [String: [UInt8]]) -> SignedFiles {
        SignedFiles { name in files[name].map { SignedFiles.File(source: MemorySource($0)) } }
    }
}
