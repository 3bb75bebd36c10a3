import Bytes
import Dossiers
import Files
import Foundation
import Signatures
import Testing

@testable import Intake

/// A form whose signature covers one file, `cccd.pdf`, by that name.
@Suite("Files under the names that a signature covers")
struct SignedNamesTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../SignaturesTests/Fixtures/xml").standardized

    /// What is read of a claim that holds the form, changed, with the signed file and others beside it.
    private func read(and files: KeyValuePairs<String, String> = [:], _ change: (String) -> String) throws -> Package {
        let path = NSTemporaryDirectory() + "hoso-names-" + UUID().uuidString
        let claim = try Folder(path: path, create: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let form = try String(contentsOf: Self.fixtures.appending(path: "detached-only-file.xml"), encoding: .utf8)
        try Data(change(form).utf8).write(to: URL(filePath: path + "/form.xml"))
        try FileManager.default.copyItem(
            at: Self.fixtures.appending(path: "beside/cccd.pdf"), to: URL(filePath: path + "/cccd.pdf"))
        for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: path + "/" + name)) }
        return try PackageReader(schema: nil, limits: Limits()).read(claim: claim, channel: .online)
    }

    private func added(_ attachment: String) -> (String) -> String {
        { $0.replacing("</attachments>", with: attachment + "</attachments>") }
    }

    @Test("The file that the signature covers is covered")
    func sound() throws { #expect(try read { $0 }.signatures.map(\.coverage.files) == [["cccd.pdf"]]) }

    @Test("A file within the form under the name of another is refused")
    func XS28_carriedTwice() throws {
        let forged = added("<attachment component=\"SHK\" file=\"cccd.pdf\"><content>JVBERi0=</content></attachment>")
        let error = #expect(throws: ParseError.self) { try read(forged) }
        #expect(error?.code == .duplicate)
    }

    @Test("What has the digest of another file is not covered by the signature of the name")
    func XS28_secondFileUnderASignedName() throws {
        let digest = SHA256.digest(of: Array("forged".utf8))
        let forged = added("<attachment component=\"SHK\" file=\"cccd.pdf\" sha256=\"\(digest)\"/>")
        let package = try read(and: ["forged.pdf": "forged"], forged)
        let signed = try SHA256.digest(
            of: Array(Data(contentsOf: Self.fixtures.appending(path: "beside/cccd.pdf"))))
        let covered = Set(package.signatures.flatMap(\.coverage.files))
        for paper in package.papers.compactMap(\.self) where covered.contains(paper.file) {
            #expect(paper.sha256 == signed)
        }
    }

    @Test(
        "Of loose files whose names differ in their composition alone each is the one that the form declares",
        arguments: ["\u{1EA3}nh.pdf", "a\u{309}nh.pdf"])
    func XS28_FS6_composedOtherwise(name: String) throws {
        let declared = ["khác.pdf", name]
        let contents = ["one", "another"]
        let attachments = zip(declared, contents).map {
            "<attachment component=\"SHK\" file=\"\($0)\" sha256=\"\(SHA256.digest(of: Array($1.utf8)))\"/>"
        }
        for (composed, decomposed) in [(0, 1), (1, 0)] {
            let package = try read(
                and: ["\u{1EA3}nh.pdf": contents[composed], "a\u{309}nh.pdf": contents[decomposed]],
                added(attachments.joined()))
            let papers = package.papers.suffix(2).compactMap(\.self)
            #expect(papers.map(\.size) == contents.map(\.utf8.count))
            #expect(papers.map(\.sha256) == contents.map { SHA256.digest(of: Array($0.utf8)) })
        }
    }

    @Test("A loose file that is named without a digest is the one whose name is written so")
    func XS28_FS6_namedWithoutADigest() throws {
        let digest = SHA256.digest(of: Array("another".utf8))
        for (name, other) in [("\u{1EA3}nh.pdf", "a\u{309}nh.pdf"), ("a\u{309}nh.pdf", "\u{1EA3}nh.pdf")] {
            let package = try read(
                and: [name: "one", other: "another"],
                added(
                    "<attachment component=\"SHK\" file=\"khác.pdf\" sha256=\"\(digest)\"/>"
                        + "<attachment component=\"GKS\" file=\"\(name)\"/>"))
            #expect(package.papers.suffix(2).map { $0?.size } == [7, 3])
        }
    }

    @Test(
        "A lone scan whose component is no word of an id has one all the same, and another component another",
        arguments: [
            "GCN", "Căn cước công dân", "GCN&a", String(repeating: "x", count: 60),
            "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất",
        ])
    func loneScan(component: String) throws {
        func id(_ component: String) throws -> String {
            let path = NSTemporaryDirectory() + "hoso-scan-" + UUID().uuidString
            let claim = try Folder(path: path, create: true)
            defer { try? FileManager.default.removeItem(atPath: path) }
            let name = "000.00.12.H34-261123-0001_\(component).pdf"
            try Data("%PDF-1.4".utf8).write(to: URL(filePath: "\(path)/\(name)"))
            return try PackageReader(schema: nil, limits: Limits()).read(claim: claim, channel: .postal)
                .checked(channel: .postal, limits: Limits()).message.id
        }
        #expect(try id(component) == id(component))
        #expect(try id(component) != id(component + "1"))
    }
}
