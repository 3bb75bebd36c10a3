import Bytes
import Documents
import Testing

@Suite("ImageFacts")
struct ImageFactsTests {
    private func facts(_ bytes: [UInt8], limits: Limits = Limits()) throws -> ImageFacts {
        let source = MemorySource(bytes)
        return try ImageFacts(source, type: ContentType.of(source), limits: limits)
    }

    private func code(_ bytes: [UInt8], limits: Limits = Limits()) -> ParseError.Code? {
        do {
            _ = try facts(bytes, limits: limits)
            return nil
        } catch {
            return (error as? ParseError)?.code
        }
    }

    @Test(
        "Whole pictures have their size and pages",
        arguments: [
            ("jpeg-baseline.jpg", 620, 877, 1), ("jpeg-progressive.jpg", 620, 877, 1),
            ("jpeg-restart-markers.jpg", 620, 877, 1), ("png-1bit.png", 413, 585, 1),
            ("tiff-big-endian.tif", 620, 877, 1),
            ("tiff-g4-two-pages.tif", 620, 877, 2), ("tiff-lzw.tif", 620, 877, 1),
        ])
    func whole(name: String, width: Int, height: Int, pages: Int) throws {
        let facts = try facts(ScanFixture.bytes("image/\(name)"))
        #expect(facts.width == width && facts.height == height && facts.pages == pages)
    }

    @Test("What is no image that is taken has the wrong type")
    func otherTypes() throws {
        #expect(code(try ScanFixture.bytes("image/gif.gif")) == .type)
        #expect(code([]) == .empty)
    }

    @Test("Sizes are judged before anything is decoded")
    func PD16_dimensions() throws {
        #expect(code(try ScanFixture.bytes("image/jpeg-claims-65535.jpg")) == .dimensions)
        #expect(code(try ScanFixture.bytes("image/png-claims-2-31.png")) == .dimensions)
        #expect(code(try ScanFixture.bytes("image/tiny-10x10.png")) == .dimensions)
        #expect(code(try ScanFixture.bytes("image/png-zero-width.png")) == .malformed)
        #expect(code(TestPNG(width: .max, height: .max).finished) == .dimensions)
        #expect(code(TestPNG(width: 100, height: 100).finished) == nil)
        var limits = Limits()
        limits.pixels = 10_000
        #expect(code(TestPNG(width: 100, height: 100).finished, limits: limits) == nil)
        #expect(code(TestPNG(width: 100, height: 101).finished, limits: limits) == .dimensions)
        limits.leastPixels = 10_000
        #expect(code(TestPNG(width: 100, height: 100).finished, limits: limits) == nil)
        #expect(code(TestPNG(width: 100, height: 99).finished, limits: limits) == .dimensions)
    }

    @Test("A PNG needs IHDR first, IDAT, IEND, and right checksums")
    func PD16_pngChunks() throws {
        var noEnd = TestPNG()
        noEnd.add("IDAT", [1])
        #expect(code(noEnd.bytes) == .truncated)
        var noData = TestPNG()
        noData.add("IEND")
        #expect(code(noData.bytes) == .malformed)
        #expect(code(TestPNG(depth: 3).finished) == .malformed)
        var changed = TestPNG().finished
        changed[changed.count - 20] ^= 1
        #expect(code(changed) == .corrupt)
        // A compressed text is not unpacked, however much it would become.
        var text = TestPNG()
        text.add("zTXt", [UInt8](repeating: 7, count: 70_000))
        #expect(code(text.finished) == nil)
        #expect(code(TestPNG().finished + [0, 0, 13, 10]) == nil)
    }

    @Test("A JPEG without its end is truncated")
    func PD16_jpegEnd() throws {
        let bytes = try ScanFixture.bytes("image/jpeg-baseline.jpg")
        for count in [3, 20, 200, 1_000, bytes.count / 2, bytes.count - 2, bytes.count - 1] {
            #expect(code(Array(bytes[..<count])) == .truncated, "\(count) bytes")
        }
        // A preview that a camera put behind the picture is no other format.
        #expect(code(bytes + bytes) == nil)
    }

    @Test("A TIFF's pages and strips lie in the file, and its chain ends")
    func PD16_tiff() throws {
        #expect(code(try ScanFixture.bytes("image/tiff-ifd-loop.tif")) == .malformed)
        #expect(code(try ScanFixture.bytes("image/tiff-truncated.tif")) == .truncated)
        let pages = try ScanFixture.bytes("image/tiff-g4-two-pages.tif")
        var limits = Limits()
        limits.pdfPages = 2
        #expect(code(pages, limits: limits) == nil)
        limits.pdfPages = 1
        #expect(code(pages, limits: limits) == .limits)
    }

    @Test(
        "Of a long list that many pages share no more is read than a page has strips",
        arguments: [254, 256, 257, 279])
    func PD16_sharedLists(longTag: Int) throws {
        let (pages, long) = (20, 1_000_000)
        func word(_ value: Int, _ width: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let directory = 2 + 5 * 12 + 4
        var head = Array("II*\0".utf8) + word(8, 4)
        for page in 1...pages {
            head += word(5, 2)
            for tag in [254, 256, 257, 273, 279] {
                let isLong = tag == longTag
                head += word(tag, 2) + word(isLong ? 1 : 4, 2) + word(isLong ? long : 1, 4)
                head += word(isLong ? 8 + pages * directory : 100, 4)
            }
            head += word(page < pages ? 8 + page * directory : 0, 4)
        }
        let source = HollowSource(head: head + [100], gap: long, tail: [])
        #expect(try ImageFacts(source, type: ContentType.of(source), limits: Limits()).pages == pages)
        #expect(source.bytesRead < long)
    }

    @Test(
        "Every prefix of a small picture is refused",
        arguments: ["png-1bit.png", "tiff-lzw.tif", "jpeg-progressive.jpg"])
    func PD16_everyPrefix(name: String) throws {
        let bytes = try ScanFixture.bytes("image/\(name)")
        for count in stride(from: 8, to: bytes.count, by: bytes.count > 4_000 ? 53 : 1) {
            let code = code(Array(bytes[..<count]))
            // A TIFF whose last bytes are padding may lose those.
            #expect(code != nil || name.hasSuffix("tif") && bytes.count - count < 300, "\(count) bytes")
        }
    }

    @Test("No change of bytes makes a trap", arguments: ScanFixture.names(in: "image"))
    func PD16_mutations(name: String) throws {
        let bytes = try ScanFixture.bytes("image/\(name)")
        var numbers = SeededNumbers(seed: UInt64(bytes.count))
        for _ in 0..<25 {
            let verdict = ScanVerdict(MemorySource(bytes.mutated(by: &numbers)))
            #expect(!verdict.intake.hasPrefix("failed"))
        }
    }
}
