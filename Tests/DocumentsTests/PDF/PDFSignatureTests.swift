import Bytes
import Documents
import Testing

@Suite("PDFSignature")
struct PDFSignatureTests {
    private func signatures(_ bytes: [UInt8]) throws -> [PDFSignature] {
        try PDFFacts(MemorySource(bytes), limits: Limits()).signatures
    }

    private func signed() throws -> [UInt8] { try ScanFixture.bytes("pdf/signed-openssl-cms.pdf") }

    /// The signed file with other numbers in its `ByteRange`, which it gives as they are.
    private func withByteRange(_ change: ([Int]) -> String) throws -> [UInt8] {
        let bytes = try signed()
        let text = bytes.text(between: "/ByteRange", and: "]")
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        return bytes.overwriting("/ByteRange\(text)]", with: "/ByteRange [\(change(numbers))]")
    }

    @Test(
        "A signature over the whole file makes sense",
        arguments: ["signed-openssl-cms", "signed-xref-stream", "signed-linearized"])
    func whole(name: String) throws {
        let bytes = try ScanFixture.bytes("pdf/\(name).pdf")
        let signatures = try signatures(bytes)
        #expect(signatures.count == 1)
        let signature = try #require(signatures.first)
        #expect(signature.problems.isEmpty)
        #expect(signature.coversWholeFile)
        #expect(signature.revisionEnd == bytes.count)
        #expect(signature.fieldName != nil)
        #expect(signature.contents.first == 0x30)
        let range = try #require(signature.contentsRange)
        #expect(bytes[range.lowerBound] == UInt8(ascii: "<") && bytes[range.upperBound - 1] == UInt8(ascii: ">"))
    }

    @Test("ByteRange absent, or Contents null or empty, is a signature that makes no sense")
    func PD1_universalForgery() throws {
        let bytes = try signed()
        let none = try signatures(bytes.overwriting("/ByteRange", with: "/ByteRangX"))
        #expect(none.first?.problems.contains(.noByteRange) == true)
        let range = try #require(try signatures(bytes).first?.contentsRange)
        for contents in ["null", "<>", "(x)", "7 0 R"] {
            var changed = bytes
            let blanks = [UInt8](repeating: 32, count: range.count - contents.utf8.count)
            changed.replaceSubrange(range, with: Array(contents.utf8) + blanks)
            #expect(try signatures(changed).first?.problems.isEmpty == false, "Contents \(contents)")
            #expect(try signatures(changed).first?.coversWholeFile == false)
        }
    }

    @Test(
        "Objects appended to a signed file leave the signature on the part before",
        arguments: ["isa-no-xref", "isa-page-replaced", "isa-trailer-only"])
    func PD2_incrementalSaving(name: String) throws {
        let signatures = try signatures(ScanFixture.bytes("pdf/\(name).pdf"))
        #expect(!signatures.isEmpty)
        #expect(signatures.allSatisfy { !$0.coversWholeFile })
    }

    @Test("A tail that was moved away from the signature is seen by its gap")
    func PD3_wrapping() throws {
        let signatures = try signatures(ScanFixture.bytes("pdf/swa-moved-tail.pdf"))
        #expect(!signatures.isEmpty)
        #expect(signatures.allSatisfy { !$0.problems.isEmpty && !$0.coversWholeFile })
    }

    @Test("Bytes after the last signature are not covered by it")
    func PD7_bytesAfter() throws {
        let signature = try signatures(signed() + [10]).first
        #expect(signature?.problems.isEmpty == true)
        #expect(signature?.coversWholeFile == false)
    }

    @Test("Odd ByteRanges have a name each", arguments: PDFSignatureTests.oddRanges)
    func PD8_byteRange(odd: OddRange) throws {
        let signatures = try signatures(withByteRange(odd.change))
        #expect(signatures.count == 1)
        #expect(signatures.first?.problems == [odd.problem])
        #expect(signatures.first?.coversWholeFile == false)
    }

    struct OddRange: Sendable {
        let problem: PDFSignature.Problem
        let change: @Sendable ([Int]) -> String
    }

    static let oddRanges = [
        OddRange(problem: .byteRangeStart) { "20 \($0[1] - 20) \($0[2]) \($0[3])" },
        OddRange(problem: .byteRangeNegative) { "0 -1 \($0[2]) \($0[3])" },
        OddRange(problem: .byteRangeShape) { "0 \($0[1]) \($0[2])" },
        OddRange(problem: .byteRangeShape) { "0 \($0[1]) \($0[2]) 1 \($0[2] + 9) 1" },
        OddRange(problem: .byteRangeShape) { _ in "0 9223372036854775808 1 1" },
        OddRange(problem: .byteRangeOutside) { "0 1 \($0[2]) 9223372036854775807" },
        OddRange(problem: .byteRangeOutside) { "0 \($0[1]) \($0[2]) \($0[3] + 1)" },
        OddRange(problem: .byteRangeOutside) { "0 \($0[1]) 5000000000 1" },
        OddRange(problem: .byteRangeOverlap) { "0 \($0[2]) \($0[1]) 1" },
        OddRange(problem: .byteRangeOverlap) { _ in "0 0 0 0" },
        OddRange(problem: .gapNotContents) { "0 \($0[1] - 1) \($0[2]) \($0[3])" },
        OddRange(problem: .gapNotContents) { "0 \($0[1]) \($0[2] + 1) \($0[3] - 1)" },
    ]

    @Test("A signature field without a value is no signature")
    func PD9_emptyField() throws {
        #expect(try signatures(ScanFixture.bytes("pdf/field-unsigned.pdf")).isEmpty)
        let field = TestPDF(
            catalogue: "/AcroForm << /Fields [4 0 R] /SigFlags 1 >>", adding: ["<< /FT /Sig /T (Chu ky) /V null >>"])
        #expect(try signatures(field.bytes).isEmpty)
    }

    @Test("A signature dictionary that no field leads to is told as such")
    func PD9_orphan() throws {
        let orphan = TestPDF(adding: ["<< /Type /Sig /ByteRange [0 1 2 3] /Contents <30> >>"])
        let signature = try signatures(orphan.bytes).first
        #expect(signature?.problems.first == .noField)
        let rights = TestPDF(
            catalogue: "/Perms << /UR3 4 0 R >>", adding: ["<< /Type /Sig /ByteRange [0 1 2 3] /Contents <30> >>"])
        #expect(try signatures(rights.bytes).isEmpty)
    }

    @Test("Contents of zeros, or of no DER structure, makes no sense")
    func PD1_contents() throws {
        let bytes = try signed()
        let range = try #require(try signatures(bytes).first?.contentsRange)
        var zeros = bytes
        for index in (range.lowerBound + 1)..<(range.upperBound - 1) { zeros[index] = 0x30 }
        #expect(try signatures(zeros).first?.problems == [.contentsEmpty])
        var text = bytes
        text.replaceSubrange((range.lowerBound + 1)..<(range.lowerBound + 5), with: Array("4142".utf8))
        #expect(try signatures(text).first?.problems == [.contentsNotDER])
        var junk = bytes
        junk[range.lowerBound + 9] = UInt8(ascii: "!")
        #expect(try signatures(junk).first?.problems == [.noContents])
    }
}
