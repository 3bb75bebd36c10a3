import Bytes
import Documents
import Testing

@Suite("ContentType")
struct ContentTypeTests {
    @Test(
        "The type is that of the content, whatever the name",
        arguments: [
            ("image/jpeg-baseline.jpg", ContentType.jpeg), ("image/png-1bit.png", .png),
            ("image/tiff-big-endian.tif", .tiff), ("image/gif.gif", .gif), ("image/bmp-named-png.png", .bmp),
            ("image/heic.heic", .heic), ("image/webp.webp", .webp), ("image/svg-named-png.png", .svg),
            ("pdf/hybrid.pdf", .pdf), ("pdf/junk-before-header-100.pdf", .pdf),
        ])
    func PD15_fixtures(path: String, type: ContentType) throws {
        #expect(try ContentType.of(ScanFixture.source(path)) == type)
    }

    @Test(
        "Short beginnings are told apart",
        arguments: [
            ("", ContentType.empty), ("<?xml version=\"1.0\"?><submission/>", .xml), ("\u{FEFF} <submission/>", .xml),
            ("<!-- x --><submission/>", .xml), ("<!DOCTYPE html><p>", .html), ("<HTML>", .html),
            ("<?xml version=\"1.0\"?><svg:svg/>", .svg), ("MZ\u{0}", .executable), ("#!/bin/sh\n", .executable),
            ("PK\u{3}\u{4}", .zip), ("PK\u{5}\u{6}", .zip), ("{\\rtf1", .office), ("Kính gửi", .text),
            ("%PDF-1.4", .pdf),
            ("\u{1}\u{2}", .unknown),
        ])
    func beginnings(text: String, type: ContentType) throws {
        #expect(try ContentType.of(MemorySource(Array(text.utf8))) == type)
    }

    @Test("Office files are told from other ZIPs by their first entry")
    func office() throws {
        let head: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
        #expect(try ContentType.of(MemorySource(head + Array("word/document.xml".utf8))) == .office)
        #expect(try ContentType.of(MemorySource(head + Array("form.xml".utf8))) == .zip)
    }

    private func code(_ bytes: [UInt8]) -> String {
        ScanVerdict(MemorySource(bytes)).intake
    }

    @Test("A file that other programs take for something else is refused")
    func PD15_polyglots() throws {
        #expect(code(try ScanFixture.bytes("image/pdf-jpeg-polyglot.jpg")) == "reject:polyglot")
        #expect(code(try ScanFixture.bytes("image/jpeg-trailing-zip.jpg")) == "reject:polyglot")
        #expect(code(try ScanFixture.bytes("image/jpeg-trailing-php.jpg")) == "reject:polyglot")
        let pdf = TestPDF().bytes
        #expect(code(Array("<html><script>".utf8) + pdf) != "accept")
        #expect(code(Array("x<script>".utf8) + pdf) == "reject:polyglot")
        let directory: [UInt8] = [0x50, 0x4B, 1, 2] + [UInt8](repeating: 0, count: 42)
        let record: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 46, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        #expect(code(pdf + directory + record) == "reject:polyglot")
    }

    @Test("Four bytes of a ZIP directory by chance are no archive")
    func chance() throws {
        let pdf = TestPDF(adding: ["(PK\u{5}\u{6}\(String(repeating: "a", count: 30)))"]).bytes
        #expect(code(pdf) == "accept")
    }

    @Test("Every prefix of every kind of beginning has a type or is refused", arguments: ScanFixture.names(in: "image"))
    func prefixes(name: String) throws {
        let bytes = try ScanFixture.bytes("image/\(name)").prefix(1_100)
        for count in 0...bytes.count {
            #expect(!code(Array(bytes.prefix(count))).hasPrefix("failed"))
        }
    }
}
