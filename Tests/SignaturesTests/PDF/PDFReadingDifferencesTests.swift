import Bytes
import Documents
import Signatures
import Testing

@Suite("What readers take one way or the other, appended to a signed PDF and signed over by somebody else")
struct PDFReadingDifferencesTests {
    /// What is appended: `text`, and a table of `rows`.
    struct Update: CustomTestStringConvertible {
        let testDescription: String
        var text = "20 0 obj\n<< /X 1 >>\nendobj\n"
        var trailer = ""
        /// Given where the text begins, and where the object 4 stood that was signed.
        var rows: @Sendable (_ start: Int, _ original: Int) -> String = { start, _ in "20 1\n\(TestPaper.row(start))" }

        init(_ name: String) { testDescription = name }
    }

    private static let forged = "4 0 obj\n\(TestPaper.stream("BT (9.000 dong) Tj ET"))\nendobj\n"

    private func report(after update: Update) throws -> SignatureReport {
        var paper = TestPaper()
        try paper.sign()
        let original = try #require(paper.bytes.firstRange(of: Array("4 0 obj".utf8), from: 0))
        paper.save(raw: update.text, rows: update.rows(paper.bytes.count, original), trailer: update.trailer)
        try paper.sign("company-p384")
        return try #require(try PDFVerdict.reports(paper.bytes).first)
    }

    private static let hiding: [Update] = {
        var twice = Update("an object twice in a table")
        twice.text = forged
        twice.rows = { "4 1\n\(TestPaper.row($0))4 1\n\(TestPaper.row($1))" }
        var count = Update("fewer rows than are counted")
        count.rows = { start, _ in "20 5\n\(TestPaper.row(start))" }
        var short = Update("rows of nineteen bytes")
        short.rows = { start, _ in "20 1\n\(TestPaper.row(start).replacing(" \n", with: "\n"))" }
        var comment = Update("a comment in the table")
        comment.rows = { start, _ in "%\n20 1\n\(TestPaper.row(start))" }
        var unlisted = Update("an object that is in no table")
        unlisted.text += forged
        var nowhere = Update("an entry that leads nowhere, with the object as it was in another stream")
        nowhere.text =
            forged + "20 0 obj\n"
            + TestPaper.stream("4 0 obj\n\(TestPaper.stream("BT (Muc phi 100.000 dong) Tj ET"))\nendobj\n")
            + "\nendobj\n"
        nowhere.rows = { start, _ in "4 1\n\(TestPaper.row(20))20 1\n\(TestPaper.row(start + forged.utf8.count))" }
        var generation = Update("another generation than the object's")
        generation.rows = { start, _ in "20 1\n\(TestPaper.row(start).replacing("00000 n", with: "00001 n"))" }
        var hybrid = Update("a second table behind the first")
        hybrid.trailer = "/XRefStm 9"
        var trailer = Update("a second trailer")
        trailer.text += "% trailer << /Root 20 0 R >>\n"
        return [twice, count, short, comment, unlisted, nowhere, generation, hybrid, trailer]
            + ["/X endobj /Y 1", "/X ] /Y 1", "/X > /Y 1", "/X 1 /X 2", "/X", "/X (", "/X word", "/X 1.2.3"].map {
                var syntax = Update("a dictionary of \($0)")
                syntax.text = "20 0 obj\n<< \($0) >>\nendobj\n"
                return syntax
            }
    }()

    @Test("PD4 A change that one reader sees and another does not is a change", arguments: hiding)
    func PD4_hidden(update: Update) throws {
        let report = try report(after: update)
        #expect(report.laterChanges == .other)
        #expect(report.worth == .presentBroken)
    }

    @Test("An update as all readers take it leaves the signature its worth")
    func sound() throws {
        let report = try report(after: Update("sound"))
        #expect(report.laterChanges == .signatures)
        #expect(report.worth == .trusted)
    }

    @Test("PD4 An object stream that is appended holds what the table says and nothing else", arguments: [true, false])
    func PD4_strayMember(isStray: Bool) throws {
        var paper = TestPaper()
        try paper.sign()
        let members = isStray ? "40 0 41 11 << /X 1 >> << /X 2 >>" : "40 0 << /X 1 >>"
        paper.save([
            30: TestPaper.stream(members, "/Type /ObjStm /N \(isStray ? 2 : 1) /First \(isStray ? 11 : 5)")
        ])
        paper.saveStream(of: [40: (30, 0)])
        try paper.sign("company-p384")
        let report = try #require(try PDFVerdict.reports(paper.bytes).first)
        #expect(report.laterChanges == (isStray ? .other : .signatures))
    }
}
