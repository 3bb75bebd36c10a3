import Bytes
import Testing

@testable import Intake

@Suite("Which file a form means")
struct AttachmentMatchingTests {
    private struct Came {
        let name: String
        let content: String

        var digest: Digest { SHA256.digest(of: Array(content.utf8)) }
    }

    private static func need(_ name: String, _ content: String? = nil) -> FormNeed {
        FormNeed(name: name, size: nil, digest: content.map { SHA256.digest(of: Array($0.utf8)) })
    }

    /// The places of what each form gets.
    private static func match(_ needs: [FormNeed], among came: [Came]) -> [Int?] {
        var matching = AttachmentMatching()
        var found = [Int?](repeating: nil, count: needs.count)
        for step in AttachmentMatching.Step.allCases {
            matching.find(
                needs, &found, by: step, named: { name in came.firstIndex { $0.name == name } },
                isIt: { came[$0].digest == $1.digest },
                other: { need, taken in
                    came.indices.first { !taken.contains($0) && came[$0].digest == need.digest }
                })
        }
        return found
    }

    @Test("The file of its name and digest, wherever another has the same content")
    func nameAndDigest() {
        let came = [Came(name: "b.pdf", content: "x"), Came(name: "a.pdf", content: "x")]
        #expect(Self.match([Self.need("a.pdf", "x"), Self.need("b.pdf", "x")], among: came) == [1, 0])
    }

    @Test("Else the one of its digest, under whatever name")
    func digest() {
        let came = [Came(name: "a.pdf", content: "other"), Came(name: "scan0001.pdf", content: "x")]
        #expect(Self.match([Self.need("a.pdf", "x")], among: came) == [1])
    }

    @Test("Else the one of its name, so that what is wrong with it can be said")
    func name() {
        #expect(Self.match([Self.need("a.pdf", "x")], among: [Came(name: "a.pdf", content: "other")]) == [0])
        #expect(Self.match([Self.need("a.pdf")], among: [Came(name: "a.pdf", content: "x")]) == [0])
    }

    @Test("A file whose digest one form tells is not given to another that has its name alone")
    func surestFirst() {
        let came = [Came(name: "a.pdf", content: "x")]
        #expect(Self.match([Self.need("a.pdf"), Self.need("b.pdf", "x")], among: came) == [nil, 0])
    }

    @Test("Each file serves once, unless a form names it twice")
    func once() {
        let came = [Came(name: "a.pdf", content: "x")]
        #expect(Self.match([Self.need("a.pdf", "x"), Self.need("b.pdf", "x")], among: came) == [0, nil])
        #expect(Self.match([Self.need("a.pdf", "x"), Self.need("a.pdf", "x")], among: came) == [0, 0])
        #expect(Self.match([Self.need("a.pdf"), Self.need("a.pdf")], among: came) == [0, 0])
    }

    @Test("What did not come is not found")
    func nothing() {
        #expect(Self.match([Self.need("a.pdf", "x"), Self.need("b.pdf")], among: []) == [nil, nil])
    }
}
