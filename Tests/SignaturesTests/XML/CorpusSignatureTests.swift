import Bytes
import Documents
import Foundation
import Signatures
import Testing

@Suite(
    "Signatures of the corpus", .enabled(if: FileManager.default.fileExists(atPath: SignatureFixture.corpus.path)))
struct CorpusSignatureTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let path: String
        let kind: String
        let signature: String
        let intake: String
        let note: String
        var testDescription: String { path }
        var isSoft: Bool { note.hasPrefix("soft") }
    }

    static func rows() throws -> [Row] {
        let manifest = SignatureFixture.corpus.appending(path: "MANIFEST.tsv")
        let text = try String(contentsOf: manifest, encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 6, fields[0].hasPrefix("xml/"), fields[1].hasPrefix("xml-") else { return nil }
            return Row(path: fields[0], kind: fields[1], signature: fields[2], intake: fields[3], note: fields[5])
        }
    }

    /// Rows whose verdict is argued in `corpus-notes.md`.
    static let argued: [String: String] = [:]

    /// Of the corpus's own certificates.
    static let validation = Result {
        let pki = SignatureFixture.corpus.appending(path: "pki")
        func blocks(_ name: String) throws -> [PEM.Block] {
            try PEM.blocks(in: [UInt8](Data(contentsOf: pki.appending(path: name))))
        }
        func certificates(_ name: String) throws -> [Certificate] {
            try blocks(name).map { try Certificate($0.bytes, limits: Limits()) }
        }
        return Validation(
            trust: TrustStore(
                anchors: try certificates("anchors.pem"), intermediates: try certificates("intermediates.pem"),
                revocationLists: try blocks("crls.pem").map { try RevocationList($0.bytes, limits: Limits()) }))
    }

    /// What the file is worth, with the files beside it, and with the signature that lies beside it where it has one.
    static func reports(of row: Row) throws -> [SignatureReport] {
        let url = SignatureFixture.corpus.appending(path: row.path)
        let pair = url.appendingPathExtension("sig")
        let isPair = FileManager.default.fileExists(atPath: pair.path)
        let document: XMLDocument
        do {
            document = try XMLDocument.parse([UInt8](Data(contentsOf: isPair ? pair : url)), limits: Limits())
        } catch is ParseError {
            return []
        }
        let folder = url.deletingLastPathComponent()
        let files = SignedFiles { name in
            let file = folder.appending(path: name)
            guard FileManager.default.fileExists(atPath: file.path) else { return nil }
            return SignedFiles.File(source: MemorySource([UInt8](try Data(contentsOf: file))))
        }
        let validation = try validation.get()
        return try XMLSignatures.verify(
            document, formFile: isPair || url.pathExtension == "sig" ? "form.xml" : nil, files: files, limits: Limits()
        ).reports.map { $0.judged(by: validation, now: SignatureFixture.now) }
    }

    @Test("The manifest tells of signed forms")
    func manifest() throws { #expect(try !Self.rows().isEmpty) }

    @Test(
        "Every file is worth what independent tools say of it", .enabled(if: OpenSSL.installed != nil),
        arguments: try rows())
    func worth(row: Row) throws {
        let reports = try Self.reports(of: row)
        let worth = SignatureWorth(of: reports)
        if row.isSoft { return }
        let expected = Self.argued[row.path] ?? row.signature
        #expect(
            worth.rawValue == expected,
            "\(reports.map { [$0.present, $0.intact, $0.valid, $0.trusted].map { $0.reason ?? $0.outcome.rawValue } })")
    }
}
