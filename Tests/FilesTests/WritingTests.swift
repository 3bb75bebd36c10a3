import Bytes
import Files
import Foundation
import Glibc
import Testing

@Suite("Writing")
struct WritingTests {
    let name = FileName.literal("file")

    static func pattern(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) } }

    @Test("Whatever the pieces, the file is the whole", arguments: [1, 100, 131_071, 131_072, 131_073, 400_000])
    func pieces(size: Int) throws {
        let place = try TemporaryFolder()
        let bytes = Self.pattern(400_000)
        var file = try place.folder.create(name)
        var start = 0
        while start < bytes.count {
            let end = min(start + (size == 1 ? (start < 1000 ? 1 : 399_000) : size), bytes.count)
            try file.write(Array(bytes[start..<end]))
            start = end
            #expect(file.count == start)
        }
        try file.startWriteback()
        try file.sync()
        try file.close()
        #expect(try place.folder.readAll(name, limit: 400_000) == bytes)
    }

    @Test("A disk that takes a few bytes at a time gets them all, and gives them back so")
    func shortWrites() throws {
        let calls = FaultyCalls(.init(atMost: 7))
        let place = try TemporaryFolder(calls: calls)
        let bytes = Self.pattern(1000)
        try place.folder.replaceDurably(name, with: bytes)
        #expect(try place.folder.readAll(name, limit: 1000) == bytes)
        #expect(calls.seen.writes == 143)
    }

    @Test("A file is continued at its end, and cut where it is told")
    func appends() throws {
        let place = try TemporaryFolder()
        for (text, count) in [("one ", 4), ("two ", 8)] {
            var file = try place.folder.append(to: name)
            try file.write(Array(text.utf8))
            #expect(file.count == count)
            try file.syncContents()
            try file.close()
        }
        var file = try place.folder.append(to: name)
        try file.truncate(to: 4)
        try file.write(Array("three".utf8))
        try file.close()
        #expect(try place.text("file") == "one three")
    }

    @Test("A source is copied whole")
    func copiesSource() throws {
        let place = try TemporaryFolder()
        let bytes = Self.pattern(600_000)
        var file = try place.folder.create(name)
        try file.write(contentsOf: MemorySource(bytes))
        try file.close()
        var copy = try place.folder.create(.literal("copy"))
        try copy.write(contentsOf: place.folder.open(name))
        try copy.close()
        #expect(try place.folder.readAll(.literal("copy"), limit: 600_000) == bytes)
    }

    @Test("A new file does not take the place of another")
    func createsOnlyNew() throws {
        let place = try TemporaryFolder()
        try place.folder.create(name).close()
        let error = #expect(throws: FileError.self) { try place.folder.create(name).close() }
        #expect(error?.isExists == true)
        #expect(error?.description == "Making \(place.path("file")) failed: File exists (EEXIST).")
    }

    @Test("Replaced contents keep the mode asked for, and leave nothing beside them")
    func replaces() throws {
        let place = try TemporaryFolder()
        try place.put(".file.part", "left by a crash")
        try place.folder.replaceDurably(name, with: [1, 2], mode: 0o600)
        try place.folder.replaceDurably(name, with: [3], mode: 0o600)
        #expect(try place.folder.entries() == [name])
        let status = try #require(try place.folder.status(of: name))
        #expect(status.mode == 0o600 && status.size == 1)
    }

    @Test("A full disk is said, the old contents stay, and the file is not used further", arguments: [ENOSPC, EDQUOT])
    func FS8_fullDiskKeepsTheOld(number: Int32) throws {
        #expect(FileError("Writing", "x", .system(number)).isNoSpace)
        let calls = FaultyCalls()
        let place = try TemporaryFolder(calls: calls)
        try place.folder.replaceDurably(name, with: [1])
        calls.set { $0.room = 500 }
        let error = #expect(throws: FileError.self) {
            try place.folder.replaceDurably(name, with: Self.pattern(1000))
        }
        #expect(error?.isNoSpace == true)
        #expect(try place.folder.readAll(name, limit: 1) == [1])
        var file = try place.folder.create(.literal("other"))
        try file.write([1])
        #expect(Self.error { () throws(FileError) in try file.flush() }?.isNoSpace == true)
        calls.set { $0.room = 1_000_000 }
        #expect(Self.error { () throws(FileError) in try file.write([1]) }?.isNoSpace == true)
        #expect(Self.error { () throws(FileError) in try file.sync() }?.isNoSpace == true)
    }

    @Test("A file whose sync failed is never synced again, nor written, nor closed as if all were well")
    func FS12_failedSyncOfAFileIsFinal() throws {
        let calls = FaultyCalls()
        let place = try TemporaryFolder(calls: calls)
        var file = try place.folder.create(name)
        try file.write([1])
        calls.set { $0.nextSync = EIO }
        let first = Self.error { () throws(FileError) in try file.sync() }
        #expect(first?.isUnsynced == true && first?.isBroken == true)
        let before = calls.seen.syncs
        #expect(Self.error { () throws(FileError) in try file.sync() }?.isUnsynced == true)
        #expect(Self.error { () throws(FileError) in try file.write([2]) }?.isUnsynced == true)
        #expect(Self.error { () throws(FileError) in try file.truncate(to: 0) }?.isUnsynced == true)
        #expect(calls.seen.syncs == before)
        do throws(FileError) {
            try file.close()
            Issue.record("the file was closed as if it had been synced")
        } catch {
            #expect(error.isUnsynced)
        }
    }

    @Test("A folder whose sync failed refuses every change, and is still to be looked at")
    func FS12_failedSyncOfAFolderIsFinal() throws {
        let calls = FaultyCalls()
        let place = try TemporaryFolder(calls: calls)
        try place.put("a", "x")
        calls.set { $0.nextSync = EIO }
        let first = #expect(throws: FileError.self) { try place.folder.sync() }
        #expect(first?.isUnsynced == true)
        let before = calls.seen.syncs
        let (folder, a, b) = (place.folder, FileName.literal("a"), FileName.literal("b"))
        let changes: [() throws -> Void] = [
            { try folder.sync() }, { try folder.create(b).close() }, { try folder.append(to: a).close() },
            { try folder.rename(a, to: folder, as: b, replacing: true) }, { try folder.remove(a) },
            { try folder.removeTree(a) }, { try folder.link(a, to: folder, as: b) },
            { _ = try folder.folder(b, create: true) }, { try folder.replaceDurably(a, with: []) },
        ]
        for change in changes {
            let error = #expect(throws: FileError.self) { try change() }
            #expect(error?.isUnsynced == true)
        }
        #expect(calls.seen.syncs == before)
        #expect(try folder.entries() == [a])
        #expect(try folder.readAll(a, limit: 1) == Array("x".utf8))
    }

    @Test("A disk that fails to read, and a file that shrinks meanwhile, are errors of ours", arguments: [EIO, ESTALE])
    func FS12_failingReads(number: Int32) throws {
        let calls = FaultyCalls()
        let place = try TemporaryFolder(calls: calls)
        try place.put("file", "123456")
        let file = try place.folder.open(name)
        calls.set { $0.read = number }
        let broken = #expect(throws: FileError.self) { try file.read(at: 0, count: 6) }
        #expect(broken?.isBroken == true)
        calls.set { $0.read = nil }
        try place.put("file2", "1234")
        _ = unsafe truncate(place.path("file"), 4)
        let shortened = #expect(throws: FileError.self) { try file.read(at: 0, count: 6) }
        #expect(shortened?.reason == .shortened(expected: 6, found: 4))
        #expect(try file.read(at: 1, count: 2) == Array("23".utf8))
    }

    @Test(
        "What lies beyond the file as it was opened is truncated, whatever is asked",
        arguments: [(0, 7), (7, 0), (-1, 1), (1, -1), (6, 1), (.max, 1), (1, .max)])
    func outOfBounds(offset: Int, count: Int) throws {
        let place = try TemporaryFolder()
        try place.put("file", "123456")
        let file = try place.folder.open(name)
        let error = #expect(throws: ParseError.self) { try file.read(at: offset, count: count) }
        #expect(error?.code == .truncated)
    }

    @Test("At most so many bytes are taken of a file", arguments: [5, 6])
    func limit(limit: Int) throws {
        let place = try TemporaryFolder()
        try place.put("file", "123456")
        if limit == 6 {
            #expect(try place.folder.readAll(name, limit: limit).count == 6)
        } else {
            let error = #expect(throws: FileError.self) { try place.folder.readAll(name, limit: limit) }
            #expect(error?.isTooLarge == true)
        }
    }

    private static func error(_ body: () throws(FileError) -> Void) -> FileError? {
        do throws(FileError) {
            try body()
            return nil
        } catch {
            return error
        }
    }
}
