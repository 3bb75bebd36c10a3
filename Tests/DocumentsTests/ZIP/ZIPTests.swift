import Bytes
import Documents
import Testing

@Suite("ZIP archives")
struct ZIPTests {
    private static let text = Array(repeating: UInt8(ascii: "a"), count: 5_000)
    private static let scan = (0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }

    private static func archive(_ names: [String] = ["hoso.xml", "căn cước.pdf"]) throws -> [UInt8] {
        var sink = MemorySink()
        var writer = ZIPWriter(time: ZIPWriter.Time(year: 2026, month: 11, day: 23, second: 29_700))
        try writer.addDeflated(names[0], text, to: &sink)
        try writer.addStored(names[1], MemorySource(scan), to: &sink)
        try writer.finish(to: &sink)
        return sink.bytes
    }

    private func contents(_ bytes: [UInt8], limits: Limits = Limits()) throws -> [[UInt8]] {
        let archive = try ZIPArchive(MemorySource(bytes), limits: limits)
        return try archive.entries.map { try archive.contents(of: $0, limit: limits.fileBytes) }
    }

    private func refusal(_ bytes: [UInt8], limits: Limits = Limits()) -> ParseError.Code? {
        do {
            _ = try contents(bytes, limits: limits)
            return nil
        } catch {
            return (error as? ParseError)?.code
        }
    }

    /// `bytes` with each occurrence of `old` replaced, of the same length.
    private func replacing(_ bytes: [UInt8], _ old: String, _ new: String, only: Int? = nil) -> [UInt8] {
        var copy = bytes
        var seen = 0
        for start in 0...bytes.count - old.utf8.count where bytes[start...].starts(with: old.utf8) {
            if only == nil || only == seen { copy.replaceSubrange(start..<start + old.utf8.count, with: new.utf8) }
            seen += 1
        }
        return copy
    }

    @Test("What is written is read back, stored and deflated, and the same files give the same bytes")
    func roundTrip() throws {
        let bytes = try Self.archive()
        #expect(try contents(bytes) == [Self.text, Self.scan])
        #expect(try Self.archive() == bytes)
        #expect(
            try ZIPArchive(MemorySource(bytes), limits: Limits()).entries.map(\.name) == ["hoso.xml", "căn cước.pdf"])
    }

    @Test("An entry is copied packed, as it is")
    func packed() throws {
        let archive = try ZIPArchive(MemorySource(Self.archive()), limits: Limits())
        var sink = MemorySink()
        var writer = ZIPWriter(time: ZIPWriter.Time(year: 2026, month: 11, day: 23, second: 0))
        for entry in archive.entries { try writer.addPacked("2/" + entry.name, entry, of: archive, to: &sink) }
        try writer.finish(to: &sink)
        #expect(sink.bytes.count > Self.scan.count)
    }

    @Test("An archive within a stored file does no harm")
    func ZP5_innerArchive() throws {
        var sink = MemorySink()
        var writer = ZIPWriter(time: ZIPWriter.Time(year: 2026, month: 11, day: 23, second: 0))
        let inner = try Self.archive()
        try writer.addStored("a.docx", MemorySource(inner), to: &sink)
        try writer.finish(to: &sink)
        #expect(try contents(sink.bytes) == [inner])
    }

    @Test(
        "A name that is a path, hides or stands for a folder is refused",
        arguments: [
            ("..", ParseError.Code.path), ("/a", .path), ("a\\", .path), ("c:", .path), ("a\n", .path), ("a/", .layout),
        ])
    func ZP1_ZP13_names(name: String, code: ParseError.Code) throws {
        #expect(try refusal(Self.archive(["hoso.xml", name])) == code)
    }

    @Test("Two names that differ in case or composition only are refused")
    func ZP7_duplicates() throws {
        #expect(try refusal(Self.archive(["Ho\u{0301}.xml", "hó.xml"])) == .duplicate)
    }

    @Test("A local header that names another file than the directory is refused")
    func ZP6_mismatch() throws {
        #expect(try refusal(replacing(Self.archive(), "hoso.xml", "hosa.xml", only: 0)) == .mismatch)
    }

    @Test("A changed byte of a file shows by its check sum")
    func ZP9_crc() throws {
        var bytes = try Self.archive()
        let archive = try ZIPArchive(MemorySource(bytes), limits: Limits())
        bytes[archive.entries[1].dataOffset + 10] ^= 1
        #expect(refusal(bytes) == .crc)
    }

    @Test("A file that becomes too much larger is a bomb; the limit itself is not")
    func ZP3_expansion() throws {
        var sink = MemorySink()
        var writer = ZIPWriter(time: ZIPWriter.Time(year: 2026, month: 11, day: 23, second: 0))
        try writer.addDeflated("a", Array(repeating: 0, count: 3_000_000), to: &sink)
        try writer.finish(to: &sink)
        #expect(refusal(sink.bytes) == .bomb)
        var limits = Limits()
        limits.expansion = 1_100
        #expect(refusal(sink.bytes, limits: limits) == nil)
    }

    @Test("Scans that are too much together are over the limit, and a bomb only where the archive is far smaller")
    func ZP3_sum() throws {
        var limits = Limits()
        limits.packageBytes = 1_500_000
        func archive(_ file: [UInt8]) throws -> [UInt8] {
            var sink = MemorySink()
            var writer = ZIPWriter(time: ZIPWriter.Time(year: 2026, month: 11, day: 23, second: 0))
            for name in ["a", "b"] { try writer.addDeflated(name, file, to: &sink) }
            try writer.finish(to: &sink)
            return sink.bytes
        }
        var state: UInt32 = 1
        let noise = (0..<1_000_000).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(state >> 24)
        }
        #expect(refusal(try archive(noise), limits: limits) == .limits)
        #expect(refusal(try archive([UInt8](repeating: 0, count: 1_000_000)), limits: limits) == .bomb)
    }

    @Test("More entries than the limit are refused; as many as the limit are read")
    func ZP11_entries() throws {
        var limits = Limits()
        limits.zipEntries = 2
        #expect(try refusal(Self.archive(), limits: limits) == nil)
        limits.zipEntries = 1
        #expect(try refusal(Self.archive(), limits: limits) == .limits)
    }

    @Test("Bytes before the archive or behind it are refused")
    func ZP8_surroundings() throws {
        let bytes = try Self.archive()
        #expect(refusal(bytes + [0]) == .malformed)
        #expect(refusal(Array("PKx".utf8) + bytes) != nil)
        #expect(refusal(bytes + bytes) != nil)
    }

    @Test("Every prefix is refused, and no changed byte traps")
    func truncationAndMutation() throws {
        let bytes = try Self.archive()
        for end in stride(from: 0, to: bytes.count, by: 13) {
            #expect(refusal(Array(bytes[..<end])) != nil)
        }
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 0x41
            _ = refusal(changed)
        }
    }
}
