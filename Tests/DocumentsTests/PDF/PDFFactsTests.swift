import Bytes
@testable import Documents
import Testing

@Suite("PDFFacts")
struct PDFFactsTests {
    private func facts(_ bytes: [UInt8], limits: Limits = Limits()) throws -> PDFFacts {
        try PDFFacts(MemorySource(bytes), limits: limits)
    }

    private func code(_ bytes: [UInt8], limits: Limits = Limits()) -> ParseError.Code? {
        do {
            _ = try facts(bytes, limits: limits)
            return nil
        } catch {
            return (error as? ParseError)?.code
        }
    }

    @Test("A plain file has a version, a page and nothing else")
    func plainFile() throws {
        let facts = try facts(TestPDF().bytes)
        #expect(facts.version == "1.7")
        #expect(facts.pages == 1)
        #expect(!facts.isEncrypted)
        #expect(facts.active.isEmpty && facts.flags.isEmpty && facts.signatures.isEmpty)
    }

    @Test(
        "Tables, streams and linearised files are read as they are, not rebuilt",
        arguments: [
            "unsigned-qpdf-objstm", "unsigned-linearized", "unsigned-mutool", "signed-xref-stream", "signed-two",
        ])
    func crossReferences(name: String) throws {
        let file = try PDFFile(ScanFixture.source("pdf/\(name).pdf"), limits: Limits())
        #expect(!file.isRebuilt)
        #expect(!file.sections.isEmpty)
        #expect(try PDFFacts(file).pages == 1)
    }

    @Test(
        "A wrong cross-reference is rebuilt",
        arguments: ["classic-xref-off-by-one", "wrong-table"])
    func rebuilding(name: String) throws {
        let facts = try PDFFacts(ScanFixture.source("pdf/\(name).pdf"), limits: Limits())
        #expect(facts.pages == 1)
        #expect(facts.flags == ["rebuilt"])
    }

    @Test("Offsets may count from a header that does not stand first")
    func junkBeforeHeader() throws {
        let file = try PDFFile(ScanFixture.source("pdf/junk-before-header-100.pdf"), limits: Limits())
        #expect(!file.isRebuilt)
        #expect(file.headerOffset > 0)
        #expect(try PDFFacts(file).pages == 1)
    }

    @Test("Each save is a section with its end, the newest first")
    func revisions() throws {
        let bytes = try ScanFixture.bytes("pdf/signed-two.pdf")
        let file = try PDFFile(MemorySource(bytes), limits: Limits())
        #expect(file.sections.count == 4)
        #expect(file.sections.first?.end == bytes.count)
        let facts = try PDFFacts(file)
        #expect(facts.signatures.count == 2)
        #expect(facts.signatures.map(\.coversWholeFile) == [false, true])
        #expect(file.sections.compactMap(\.end).contains(facts.signatures[0].revisionEnd))
    }

    @Test("A file without a page is malformed")
    func noPages() throws {
        #expect(code(try ScanFixture.bytes("pdf/no-pages.pdf")) == .malformed)
    }

    @Test("Cut files are truncated", arguments: ["truncated-half", "truncated-tail"])
    func truncated(name: String) throws {
        #expect(code(try ScanFixture.bytes("pdf/\(name).pdf")) == .truncated)
    }

    @Test("Only the mark at the end missing is no cut")
    func missingEndMark() throws {
        #expect(try facts(ScanFixture.bytes("pdf/truncated-eof-marker.pdf")).pages == 1)
    }

    @Test("A signed file cut within its last save is truncated, not the file before it")
    func cutInTheLastSave() throws {
        let bytes = try ScanFixture.bytes("pdf/signed-two.pdf")
        let file = try PDFFile(MemorySource(bytes), limits: Limits())
        let before = try PDFFacts(file).signatures[0].revisionEnd
        #expect(code(Array(bytes[..<(before + 2_000)])) == .truncated)
    }

    @Test("No byte is empty, no header is another type")
    func neither() {
        #expect(code([]) == .empty)
        #expect(code(Array("oops".utf8)) == .type)
    }

    @Test("URI, XFA and forms that are sent are flags, not refusals")
    func PD12_flags() throws {
        let uri = TestPDF(catalogue: "/OpenAction << /S /URI /URI (https://example.vn) >>").bytes
        #expect(try facts(uri).flags == ["uri"])
        #expect(try facts(uri).active.isEmpty)
        let xfa = TestPDF(catalogue: "/AcroForm << /Fields [] /XFA (x) >>").bytes
        #expect(try facts(xfa).flags == ["xfa"])
        let sent = TestPDF(catalogue: "/AA << /WC << /S /SubmitForm >> >>").bytes
        #expect(try facts(sent).flags == ["submitForm"])
    }

    @Test(
        "What reaches for another file is flagged",
        arguments: [
            "<< /S /Thread /D 0 /F (x.pdf) >>", "<< /F (x) /Length 1 >>\nstream\nx\nendstream",
            "<< /F << /F (x) >> /Length 1 >>\nstream\nx\nendstream",
            "<< /Type /XObject /Subtype /Form /Ref << /F (x.pdf) /Page 0 >> /Length 1 >>\nstream\nx\nendstream",
        ])
    func PD12_otherFiles(body: String) throws {
        let facts = try facts(TestPDF(catalogue: "/X 4 0 R", adding: [body]).bytes)
        #expect(facts.flags == ["remoteGoTo"])
        #expect(facts.active.isEmpty)
    }

    @Test("A thread of the same file, and a filter by its short name, reach for none")
    func sameFile() throws {
        #expect(try facts(TestPDF(catalogue: "/X << /S /Thread /D 0 >>").bytes).flags.isEmpty)
        let packed = "<< /F /AHx /Length 1 >>\nstream\nx\nendstream"
        #expect(try facts(TestPDF(catalogue: "/X 4 0 R", adding: [packed]).bytes).flags.isEmpty)
    }

    @Test(
        "Scripts, programs and embedded files are active",
        arguments: [
            ("active-javascript", "javascript"), ("active-js-name-escaped", "javascript"), ("active-launch", "launch"),
            ("embedded-file", "embeddedFile"), ("short-table-lines", "javascript"),
        ])
    func PD12_activeContent(name: String, word: String) throws {
        #expect(try facts(ScanFixture.bytes("pdf/\(name).pdf")).active == [word])
    }

    @Test(
        "An action is found wherever it hides",
        arguments: [
            "/OpenAction << /S 4 0 R /JS (x) >>", "/AA << /WC << /S /URI /Next [<< /S /Java#53cript /JS <78> >>] >> >>",
            "/X [[[<< /JS (x) /S /Rendition >>]]]",
        ])
    func PD12_hiddenScripts(entries: String) throws {
        #expect(try facts(TestPDF(catalogue: entries, adding: ["/JavaScript"]).bytes).active == ["javascript"])
    }

    @Test("The script of a picture in three dimensions is found")
    func PD12_scriptOfAPicture() throws {
        let picture = TestPDF(
            catalogue: "/X [<< /Subtype /3D /3DD 4 0 R >>]",
            adding: [
                "<< /Type /3D /Subtype /U3D /OnInstantiate 5 0 R /Length 1 >>\nstream\nx\nendstream",
                "<< /Length 1 >>\nstream\nx\nendstream",
            ])
        #expect(try facts(picture.bytes).active == ["javascript"])
    }

    @Test("What an object says of itself in another object is read there", arguments: ["/RichMedia", "/Movie"])
    func PD12_kindElsewhere(kind: String) throws {
        let annotation = TestPDF(catalogue: "/X [<< /Type /Annot /Subtype 4 0 R >>]", adding: [kind])
        #expect(try facts(annotation.bytes).active == ["richMedia"])
        let form = TestPDF(catalogue: "/AcroForm << /NeedAppearances 4 0 R >>", adding: ["true"])
        #expect(try facts(form.bytes).flags == ["needAppearances"])
    }

    @Test("An action whose entry in the table is wrong is found all the same")
    func PD12_scriptBehindAWrongOffset() throws {
        let bytes = TestPDF(catalogue: "/OpenAction 4 0 R", adding: ["<< /S /JavaScript /JS (x) >>"]).bytes
        let place = bytes.firstRange(of: Array("4 0 obj".utf8))?.lowerBound ?? 0
        let moved = bytes.replacing("0000000\(place) 00000 n", with: "0000000\(place + 3) 00000 n")
        #expect(moved != bytes)
        #expect(try facts(moved).active == ["javascript"])
    }

    @Test("A resource that is named like an action's key is none")
    func PD12_resourceNames() throws {
        let font = TestPDF(catalogue: "/Resources << /Font << /JS 4 0 R /EF 4 0 R >> >>", adding: ["<< /Type /Font >>"])
        #expect(try facts(font.bytes).active.isEmpty)
    }

    @Test(
        "Encrypted files are said to be, even with an empty password",
        arguments: ["encrypted-user-aes256", "encrypted-owner-only-aes128"])
    func PD13_encrypted(name: String) throws {
        let facts = try facts(ScanFixture.bytes("pdf/\(name).pdf"))
        #expect(facts.isEncrypted)
        #expect(facts.pages == 0)
    }

    @Test("A hybrid file is read with its hidden objects, and flagged")
    func PD14_hybrid() throws {
        let file = try PDFFile(ScanFixture.source("pdf/hybrid.pdf"), limits: Limits())
        #expect(!file.isRebuilt)
        let facts = try PDFFacts(file)
        #expect(facts.pages == 1)
        #expect(facts.flags == ["hybrid"])
    }

    @Test(
        "Loops and references to themselves end",
        arguments: ["xref-prev-loop", "page-tree-loop", "form-loop", "length-refers-to-itself"])
    func PD11_loopsEnd(name: String) throws {
        #expect(try facts(ScanFixture.bytes("pdf/\(name).pdf")).pages >= 1)
    }

    @Test("Nesting ends at the limit: 64 deep passes, 65 does not")
    func PD11_depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            let open = String(repeating: "[", count: depth - 1)
            let close = String(repeating: "]", count: depth - 1)
            return TestPDF(catalogue: "/X \(open)\(close)").bytes
        }
        #expect(code(nested(64)) == nil)
        #expect(code(nested(65)) == .depth)
        #expect(code(try ScanFixture.bytes("pdf/nested-arrays-20000.pdf")) == .depth)
    }

    @Test("Layers of packing are a bomb")
    func PD11_layers() throws {
        #expect(code(try ScanFixture.bytes("pdf/flate-bomb-nested.pdf")) == .bomb)
    }

    @Test("A structure stream that unpacks to more than the limit is a bomb")
    func PD11_packedStream() throws {
        let bytes = try ScanFixture.bytes("pdf/unsigned-qpdf-objstm.pdf")
        let file = try PDFFile(MemorySource(bytes), limits: Limits())
        let sizes = try file.table.values.compactMap { entry -> Int? in
            guard case .inStream(let number, _) = entry else { return nil }
            return try file.decodedStream(number)?.count
        }
        var limits = Limits()
        limits.pdfStreamBytes = sizes.max() ?? 0
        #expect(code(bytes, limits: limits) == nil)
        limits.pdfStreamBytes -= 1
        #expect(code(bytes, limits: limits) == .bomb)
    }

    @Test("An object stream within an object stream is not followed")
    func PD11_objectStreamRecursion() throws {
        let stream = "<< /Type /ObjStm /N 1 /First 4 /Length 9 >>\nstream\n4 0 << >>\nendstream"
        let bytes = TestPDF(catalogue: "/X 4 0 R", adding: [stream]).bytes
        let file = try PDFFile(MemorySource(bytes), limits: Limits())
        file.table[4] = .inStream(number: 4, index: 0)
        #expect(try file.object(4) == nil)
    }

    @Test("Objects, pages, revisions, values and signatures pass at their limits and not one past them")
    func PD11_limits() throws {
        func judge(_ bytes: [UInt8], _ path: WritableKeyPath<Limits, Int>, at value: Int) {
            var limits = Limits()
            limits[keyPath: path] = value
            #expect(code(bytes, limits: limits) == nil)
            limits[keyPath: path] = value - 1
            #expect(code(bytes, limits: limits) == .limits)
        }
        let plain = TestPDF()
        judge(plain.bytes, \.pdfObjects, at: 4)
        var pages = plain
        pages.objects[1] = "<< /Type /Pages /Kids [3 0 R 3 0 R 3 0 R] >>"
        judge(pages.bytes, \.pdfPages, at: 3)
        judge(try ScanFixture.bytes("pdf/signed-two.pdf"), \.pdfRevisions, at: 4)
        judge(try ScanFixture.bytes("pdf/signed-two.pdf"), \.pdfSignatures, at: 2)
        let array = TestPDF(catalogue: "/X [\(String(repeating: "0 ", count: 100))]").bytes
        judge(array, \.pdfItems, at: 110)
    }

    @Test("A file that makes the same bytes be read again and again is a bomb")
    func PD11_sharedMembers() throws {
        // 20000 members of one object stream that all begin at the same long array.
        let header = (0..<20_000).map { "\($0 + 10) 0" }.joined(separator: " ") + " "
        let body = "[" + String(repeating: "0 ", count: 20_000) + "]"
        let data = header + body
        let stream =
            "<< /Type /ObjStm /N 20000 /First \(header.utf8.count) /Length \(data.utf8.count) >>\nstream\n\(data)\nendstream"
        let bytes = TestPDF(adding: [stream]).bytes
        // Without a table for its members the file is rebuilt, and then each is looked at.
        #expect(code(bytes.replacing("startxref\n", with: "startxref\n9")) == .bomb)
    }

    @Test("A huge file is read in windows")
    func memoryStaysFlat() throws {
        let picture = "<< /Subtype /Image /Length 99000000 >>\nstream\n"
        let head = Array(
            "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Contents 4 0 R >>\nendobj\n4 0 obj\n\(picture)"
                .utf8)
        let places = ["1 0 obj", "2 0 obj", "3 0 obj", "4 0 obj"].compactMap {
            head.firstRange(of: Array($0.utf8))?.lowerBound
        }
        let gap = 99_000_000
        let end = "\nendstream\nendobj\n"
        let tail = Array(
            (end + TestPDF.table(places, at: head.count + gap + end.utf8.count, trailer: "/Root 1 0 R")).utf8)
        let source = HollowSource(head: head, gap: gap, tail: tail)
        #expect(try PDFFacts(source, limits: Limits()).pages == 1)
        #expect(source.largestRead < 200_000)
        #expect(source.bytesRead < 1_000_000)
    }

    @Test(
        "Every prefix of a file is refused, or is the file without its last mark",
        arguments: ["active-javascript", "hybrid", "form-loop"])
    func PD16_everyPrefix(name: String) throws {
        let bytes = try ScanFixture.bytes("pdf/\(name).pdf")
        var accepted: [Int] = []
        for count in bytes.indices where code(Array(bytes[..<count])) == nil { accepted.append(count) }
        // What readers take: a whole earlier save, or all but the mark.
        #expect(accepted.count < bytes.count / 3)
    }

    @Test("A truncated scan is refused wherever it was cut", arguments: ["unsigned-mutool", "unsigned-linearized"])
    func PD16_cutScan(name: String) throws {
        let bytes = try ScanFixture.bytes("pdf/\(name).pdf")
        for count in stride(from: 20, to: bytes.count - 60, by: 977) {
            let code = code(Array(bytes[..<count]))
            #expect(code == .truncated || code == .malformed, "\(count) bytes")
        }
    }

    @Test("No change of bytes makes a trap", arguments: ScanFixture.names(in: "pdf"))
    func PD11_mutations(name: String) throws {
        let bytes = try ScanFixture.bytes("pdf/\(name)")
        var numbers = SeededNumbers(seed: UInt64(bytes.count))
        for _ in 0..<15 {
            let verdict = ScanVerdict(MemorySource(bytes.mutated(by: &numbers)))
            #expect(!verdict.intake.hasPrefix("failed"))
        }
    }
}
