import Bytes
@testable import Documents
import Testing

@Suite("Scripts that one reader finds and another does not")
struct PDFHiddenActionsTests {
    private static let script = "<< /S /JavaScript /JS (x) >>"
    private static let harmless = "<< /S /GoTo >>"

    private func active(_ bytes: [UInt8]) throws -> [String] {
        try PDFFacts(MemorySource(bytes), limits: Limits()).active
    }

    private func action(_ body: String) -> TestPDF { TestPDF(catalogue: "/OpenAction 4 0 R", adding: [body]) }

    /// An action of which two stand in the file under one number; the table names the first.
    private func twice(_ first: String, _ second: String) -> [UInt8] {
        action("\(first)\nendobj\n4 0 obj\n\(second)").bytes
    }

    @Test(
        "PD12 A script behind a mark that is astray is found",
        arguments: [
            "/A ]", "/A >", "/A endobj", "/A obj", "/A stream", "/A xref", "/A [", "/A )", "/A {", "/A 1 2",
            "/A 9 0 obj",
            "/S /GoTo",
        ])
    func PD12_syntax(entries: String) throws {
        #expect(try active(action("<< \(entries) /S /JavaScript /JS (x) >>").bytes) == ["javascript"])
        #expect(try active(action("<< /S /JavaScript /JS (x) \(entries) >>").bytes) == ["javascript"])
        let member = "4 0 << \(entries) /S /JavaScript /JS (x) >>"
        let stream = "<< /Type /ObjStm /N 1 /First 4 /Length \(member.utf8.count) >>\nstream\n\(member)\nendstream"
        var packed = TestPDF(adding: ["null", stream])
        packed.objects.remove(at: 3)
        #expect(try active(packed.bytes.replacing("startxref\n", with: "startxref\n9")) == ["javascript"])
    }

    @Test(
        "A mark that is astray where no script is makes none", arguments: ["/A ]", "/A >", "/A endobj", "/A 1 2", "/A"])
    func strayMark(entries: String) throws {
        #expect(try active(action("<< \(entries) /S /GoTo /F (JavaScript) >>").bytes).isEmpty)
    }

    @Test(
        "PD12 Where the table is not as it should be, what it does not name is looked at too",
        arguments: [
            ("xref\n0 5", "xref\n0 50"), ("xref\n", "xref\n%\n"), ("xref\n", "xref "), ("xref\n", " xref\n"),
            ("00000 n \n", "00000 n\n"), ("00000 n \n", "0 n \n"), ("00000 n \n", "00007 n \n"),
            ("f \n", "f\n "), ("0 5\n", "+0 5\n"), ("trailer\n<<", "trailer\n<< /A ]"),
        ])
    func PD12_table(old: String, new: String) throws {
        let bytes = twice(Self.harmless, Self.script)
        let changed = bytes.replacing(old, with: new)
        #expect(changed != bytes)
        #expect(try active(changed) == ["javascript"])
    }

    @Test("What was replaced by a table as it should be is not looked at")
    func replaced() throws { #expect(try active(twice(Self.harmless, Self.script)).isEmpty) }

    @Test("PD12 A number twice in a table is looked at in both places")
    func PD12_numberTwice() throws {
        let bytes = twice(Self.script, Self.harmless)
        let place = bytes.firstRange(of: Array("4 0 obj\n\(Self.harmless)".utf8))?.lowerBound ?? 0
        let row = "4 1\n\(String(repeating: "0", count: 10 - String(place).count))\(place) 00000 n \n"
        #expect(try active(bytes.replacing("trailer", with: "\(row)trailer")) == ["javascript"])
    }

    @Test(
        "PD12 Offsets that lead to one file from the first byte, and to another from the header",
        arguments: [true, false])
    func PD12_twoReadings(isFromHeader: Bool) throws {
        let gap = 600
        var text = "%\(String(repeating: "x", count: gap - 2))\n%PDF-1.7\n"
        func add(_ pdf: TestPDF) -> [Int] {
            pdf.objects.enumerated().map { index, object in
                defer { text += "\(index + 1) 0 obj\n\(object)\nendobj\n" }
                return text.utf8.count
            }
        }
        let first = add(action(isFromHeader ? Self.harmless : Self.script))
        let second = add(action(isFromHeader ? Self.script : Self.harmless)).map { $0 - gap }
        let start = text.utf8.count
        text += TestPDF.table(first, at: start, trailer: "/Root 1 0 R")
        text += "%" + String(repeating: "x", count: start + gap - text.utf8.count - 2) + "\n"
        text += TestPDF.table(second, at: start, trailer: "/Root 1 0 R")
        let file = try PDFFile(MemorySource(Array(text.utf8)), limits: Limits())
        #expect(file.hasTwoReadings && !file.isRebuilt)
        #expect(try active(Array(text.utf8)) == ["javascript"])
    }

    @Test("PD12 An earlier save is not left out for how its place is written", arguments: [" 0 R", ".0"])
    func PD12_previous(ending: String) throws {
        let objects = TestPDF().objects
        var text = "%PDF-1.7\n4 0 obj\n\(Self.script)\nendobj\n"
        let previous = text.utf8.count
        text += "xref\n4 1\n0000000009 00000 n \ntrailer\n<< /Size 5 >>\nstartxref\n\(previous)\n%%EOF\n"
        let offsets = objects.enumerated().map { index, object in
            defer { text += "\(index + 1) 0 obj\n\(object)\nendobj\n" }
            return text.utf8.count
        }
        text += TestPDF.table(offsets, at: text.utf8.count, trailer: "/Root 1 0 R /Prev \(previous)\(ending)")
        #expect(try active(Array(text.utf8)) == ["javascript"])
    }

    @Test(
        "PD12 Where a file is rebuilt, what looks like a later object hides none",
        arguments: [
            "% 4 0 obj << /S /GoTo >> endobj",
            "5 0 obj\n<< /Length 31 >>\nstream\n4 0 obj\n<< /S /GoTo >>\nendobj\n\nendstream\nendobj",
        ])
    func PD12_rebuilt(later: String) throws {
        let bytes = action(Self.script).bytes.replacing("trailer", with: "\(later)\ntrailer")
        #expect(try active(bytes.replacing("startxref\n", with: "startxref\n9")) == ["javascript"])
    }
}
