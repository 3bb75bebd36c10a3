import Bytes
import Documents
import Testing

/// Archives that were changed after they were written, each in the one place that makes it hostile.
@Suite("Hostile archives")
struct ZIPThreatTests {
    /// Where things stand in an archive of two files, the first deflated and the second stored.
    private struct Archive {
        var bytes: [UInt8]
        var central: [Int]
        var local: [Int]
        var end: Int
    }

    private func archive() throws -> Archive {
        var sink = MemorySink()
        var writer = ZIPWriter(time: ZIPWriter.Time(year: 2026, month: 11, day: 23, second: 0))
        try writer.addDeflated("form.xml", Array(repeating: 0x61, count: 5_000), to: &sink)
        try writer.addStored("cccd.pdf", MemorySource((0..<700).map { UInt8(truncatingIfNeeded: $0 &* 7) }), to: &sink)
        try writer.finish(to: &sink)
        let bytes = sink.bytes
        func all(_ signature: [UInt8]) -> [Int] {
            (0...bytes.count - 4).filter { bytes[$0..<$0 + 4].elementsEqual(signature) }
        }
        return Archive(
            bytes: bytes, central: all([0x50, 0x4B, 1, 2]), local: all([0x50, 0x4B, 3, 4]),
            end: try #require(all([0x50, 0x4B, 5, 6]).last))
    }

    private func code(_ bytes: [UInt8]) -> ParseError.Code? {
        do {
            let archive = try ZIPArchive(MemorySource(bytes), limits: Limits())
            for entry in archive.entries { _ = try archive.contents(of: entry, limit: 1_000_000) }
            return nil
        } catch {
            return (error as? ParseError)?.code
        }
    }

    private func put(_ value: Int, _ width: Int, at offset: Int, _ bytes: inout [UInt8]) {
        for index in 0..<width { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
    }

    @Test("The archive itself is sound")
    func sound() throws { #expect(try code(archive().bytes) == nil) }

    @Test("An entry that is a symbolic link is refused")
    func ZP2_symbolicLink() throws {
        var archive = try archive()
        put(0o120777 << 16, 4, at: archive.central[1] + 38, &archive.bytes)
        #expect(code(archive.bytes) == .path)
    }

    @Test(
        "An entry that is a device, a pipe, a socket, or runs with another's rights is refused",
        arguments: [0o020666, 0o060666, 0o010666, 0o140777, 0o104755, 0o102755])
    func ZP14_modes(mode: Int) throws {
        var archive = try archive()
        put(mode << 16, 4, at: archive.central[0] + 38, &archive.bytes)
        #expect(code(archive.bytes) == .path)
    }

    @Test("Two entries that share bytes are refused")
    func ZP4_overlap() throws {
        var archive = try archive()
        // The second entry's header is copied into the packed bytes of a stored first: both directory entries are confirmed.
        var sink = MemorySink()
        var writer = ZIPWriter(time: ZIPWriter.Time(year: 2026, month: 11, day: 23, second: 0))
        let inner = Array(archive.bytes[archive.local[1]..<archive.central[0]])
        try writer.addStored("form.xml", MemorySource(inner + [0]), to: &sink)
        try writer.addStored("cccd.pdf", MemorySource((0..<700).map { UInt8(truncatingIfNeeded: $0 &* 7) }), to: &sink)
        try writer.finish(to: &sink)
        archive.bytes = sink.bytes
        let starts = (0...sink.bytes.count - 4).filter { sink.bytes[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 1, 2]) }
        put(38, 4, at: try #require(starts.last) + 42, &archive.bytes)
        #expect([.overlap, .mismatch].contains(code(archive.bytes)))
    }

    @Test("A whole file that lies within another entry's bytes is an overlap")
    func ZP4_quoted() throws {
        var archive = try archive()
        put(archive.local[0], 4, at: archive.central[1] + 42, &archive.bytes)
        #expect(code(archive.bytes) != nil)
    }

    @Test("Sizes of the local header agree with the directory, or are nothing and stand behind the bytes")
    func ZP10_descriptor() throws {
        var archive = try archive()
        for header in [archive.local[0] + 6, archive.central[0] + 8] { archive.bytes[header] |= 8 }
        #expect(code(archive.bytes) == nil)
        put(4_999, 4, at: archive.local[0] + 22, &archive.bytes)
        #expect(code(archive.bytes) == .mismatch)
        put(0, 4, at: archive.local[0] + 22, &archive.bytes)
        #expect(code(archive.bytes) == .mismatch)
        archive.bytes[archive.central[0] + 8] ^= 8
        #expect(code(archive.bytes) == .mismatch)
    }

    /// The archive with a descriptor behind its first file, and its local header left open.
    private func described(_ descriptor: (_ crc: [UInt8], _ packed: Int) -> [UInt8]) throws -> [UInt8] {
        var archive = try archive()
        let (first, second) = (archive.local[0], archive.local[1])
        let crc = Array(archive.bytes[first + 14..<first + 18])
        let added = descriptor(crc, second - first - 30 - 8)
        for index in 14..<26 { archive.bytes[first + index] = 0 }
        for header in [first + 6, archive.central[0] + 8] { archive.bytes[header] |= 8 }
        put(second + added.count, 4, at: archive.central[1] + 42, &archive.bytes)
        put(archive.central[0] + added.count, 4, at: archive.end + 16, &archive.bytes)
        archive.bytes.insert(contentsOf: added, at: second)
        return archive.bytes
    }

    @Test(
        "A data descriptor says what the directory says, in any of its four forms", arguments: [4, 8], [true, false])
    func ZP10_fourForms(width: Int, signed: Bool) throws {
        func little(_ value: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        let signature: [UInt8] = signed ? [0x50, 0x4B, 7, 8] : []
        #expect(try code(described { signature + $0 + little($1) + little(5_000) }) == nil)
        #expect(try code(described { signature + $0 + little($1) + little(4_999) }) == .mismatch)
        #expect(try code(described { signature + $0.reversed() + little($1) + little(5_000) }) == .mismatch)
        #expect(try code(described { _, _ in [] }) == .mismatch)
    }

    /// The archive with the second file's name in UTF-8 behind its own in the directory, and in its local header.
    private func named(_ name: String, inUTF8: Bool = false, local: String? = nil) throws -> [UInt8] {
        var archive = try archive()
        func field(_ name: String) -> [UInt8] {
            // The check sum of «cccd.pdf».
            [0x75, 0x70, UInt8(name.utf8.count + 5), 0, 1, 0xA3, 0x58, 0x96, 0xD2] + Array(name.utf8)
        }
        if !inUTF8 {
            for header in [archive.local[1] + 6, archive.central[1] + 8] { put(0, 2, at: header, &archive.bytes) }
        }
        let (inner, outer) = (local.map(field) ?? [], field(name))
        put(outer.count, 2, at: archive.central[1] + 30, &archive.bytes)
        put(inner.count, 2, at: archive.local[1] + 28, &archive.bytes)
        put(archive.end - archive.central[0] + outer.count, 4, at: archive.end + 12, &archive.bytes)
        put(archive.central[0] + inner.count, 4, at: archive.end + 16, &archive.bytes)
        archive.bytes.insert(contentsOf: outer, at: archive.central[1] + 46 + 8)
        archive.bytes.insert(contentsOf: inner, at: archive.local[1] + 30 + 8)
        return archive.bytes
    }

    @Test("A name in UTF-8 beside one in a code page is the one that counts, and no file has two names")
    func ZP13_unicodeName() throws {
        let archive = try ZIPArchive(MemorySource(named("căn cước.pdf", local: "căn cước.pdf")), limits: Limits())
        #expect(archive.entries.map(\.name) == ["form.xml", "căn cước.pdf"])
        #expect(try code(named("căn cước.pdf")) == nil)
        #expect(try code(named("khác.pdf", inUTF8: true)) == .mismatch)
        #expect(try code(named("cccd.pdf", inUTF8: true, local: "cccd.pdf")) == nil)
        #expect(try code(named("căn cước.pdf", local: "khác.pdf")) == .mismatch)
        #expect(try code(named("../cccd.pdf")) == .path)
        #expect(try code(named("FORM.xml")) == .duplicate)
    }

    @Test("What was taken before descriptors and names behind names counted is read as it was then")
    func asBefore() throws {
        for bytes in [try described { _, _ in [] }, try named("căn cước.pdf"), try named("x.pdf", local: "khác.pdf")] {
            let archive = try ZIPArchive(MemorySource(bytes), limits: Limits(), asBefore: true)
            #expect(archive.entries.map(\.name) == ["form.xml", "cccd.pdf"])
        }
    }

    @Test("An encrypted entry is refused", arguments: [0x0001, 0x0040, 0x2000])
    func ZP12_encrypted(flag: Int) throws {
        var archive = try archive()
        for header in [archive.local[0] + 6, archive.central[0] + 8] {
            put(Int(archive.bytes[header]) | Int(archive.bytes[header + 1]) << 8 | flag, 2, at: header, &archive.bytes)
        }
        #expect(code(archive.bytes) == .encrypted)
    }

    @Test("A packing method that is not read is refused", arguments: [1, 6, 9, 12, 14, 93, 95, 98, 99])
    func ZP12_method(method: Int) throws {
        var archive = try archive()
        for header in [archive.local[0] + 8, archive.central[0] + 10] { put(method, 2, at: header, &archive.bytes) }
        #expect(code(archive.bytes) == .method)
    }

    @Test("An archive in several parts is refused, whichever field says so", arguments: [4, 6])
    func ZP12_parts(field: Int) throws {
        var archive = try archive()
        put(1, 2, at: archive.end + field, &archive.bytes)
        #expect(code(archive.bytes) == .method)
        var other = try self.archive()
        put(1, 2, at: other.central[0] + 34, &other.bytes)
        #expect(code(other.bytes) == .method)
    }

    @Test("Sizes that lie are found before anything is unpacked, or while it is", arguments: [18, 22])
    func ZP9_sizes(field: Int) throws {
        for size in [0, 1, 4_999, 5_001, 0xFFFF_FFFE] {
            var archive = try archive()
            put(size, 4, at: archive.local[0] + field, &archive.bytes)
            put(size, 4, at: archive.central[0] + field + 2, &archive.bytes)
            #expect(code(archive.bytes) != nil, "\(size)")
        }
    }

    @Test("zip64 values without need, cut short or beyond the file are refused")
    func ZP9_zip64() throws {
        var archive = try archive()
        put(0xFFFF_FFFF, 4, at: archive.central[0] + 24, &archive.bytes)
        #expect(code(archive.bytes) != nil)
        var end = try self.archive()
        put(0xFFFF_FFFF, 4, at: end.end + 16, &end.bytes)
        #expect(code(end.bytes) == .malformed)
    }

    @Test("Sizes that are too large to be added up are a bomb's")
    func ZP3_sizesWithoutSum() {
        func little(_ value: Int, _ width: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        func words(_ values: Int...) -> [UInt8] { values.flatMap { little($0, 2) } }
        let packed: [UInt8] = [3, 0]
        // From the flags to the lengths of the name and of what stands behind it.
        let facts =
            words(0, 8, 0, 0x21) + little(0, 4) + little(packed.count, 4) + little(0xFFFF_FFFF, 4) + words(1, 12)
        let wide = words(1, 8) + little(1 << 62, 8)
        var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
        for name in "abc".utf8 {
            directory += Array("PK\u{1}\u{2}".utf8) + words(45, 45) + facts + words(0, 0, 0, 0, 0)
            directory += little(bytes.count, 4) + [name] + wide
            bytes += Array("PK\u{3}\u{4}".utf8) + words(45) + facts + [name] + wide + packed
        }
        let end = Array("PK\u{5}\u{6}".utf8) + words(0, 0, 3, 3) + little(directory.count, 4) + little(bytes.count, 4)
        #expect(code(bytes + directory + end + words(0)) == .bomb)
    }
}
