import Files
import Foundation
import Glibc
import Testing

@Suite("Folders")
struct FolderTests {
    @Test("A folder of the configuration is made with its parents, once")
    func makesPath() throws {
        let place = try TemporaryFolder()
        let made = try Folder(path: place.path("a/b//c/"), create: true)
        try made.replaceDurably(.literal("x"), with: [1])
        #expect(try Data(contentsOf: URL(fileURLWithPath: place.path("a/b/c/x"))) == Data([1]))
        _ = try Folder(path: place.path("a/b/c"), create: true)
        #expect(throws: FileError.self) { try Folder(path: place.path("absent")) }
        #expect(throws: FileError.self) { try Folder(path: place.path("x/../y"), create: true) }
    }

    @Test("Entries are told in the order of their bytes, hidden ones too, and no dots")
    func entries() throws {
        let place = try TemporaryFolder()
        for name in ["b", "a", ".h", "ờ", "Z"] { try place.put(name, "") }
        #expect(try place.folder.entries().map(\.description) == [".h", "Z", "a", "b", "ờ"])
        #expect(try place.folder.entries().count == 5, "a second listing starts from the beginning")
    }

    @Test(
        "Whether something has a name that somebody gave, be it one or none",
        arguments: [("a", true), ("ờ", true), ("A", false), ("", false), (".", false), ("../x", false), ("a/b", false)])
    func has(name: String, isThere: Bool) throws {
        let place = try TemporaryFolder()
        for name in ["a", "ờ"] { try place.put(name, "x") }
        #expect(try place.folder.has(name) == isThere)
    }

    @Test("However long the names are, each is told once", arguments: [1, 7, 8, 9, 20, 300])
    func longNames(count: Int) throws {
        let place = try TemporaryFolder()
        let names = try (100..<100 + count).map { try #require(FileName(String(repeating: "n", count: 252) + "\($0)")) }
        for name in names { try place.folder.create(name).close() }
        #expect(try place.folder.entries() == names)
    }

    @Test("A folder is streamed, and left when the reader has enough")
    func streams() throws {
        let place = try TemporaryFolder(memory: true)
        for index in 0..<3000 { try place.folder.create(.literal("file-with-a-rather-long-name-\(index)")).close() }
        var seen: Set<FileName> = []
        try place.folder.forEachEntry { name in
            seen.insert(name)
            return true
        }
        #expect(seen.count == 3000)
        var few = 0
        try place.folder.forEachEntry { _ in
            few += 1
            return few < 10
        }
        #expect(few == 10)
    }

    @Test("A status tells what stands there, and nil of nothing")
    func status() throws {
        let place = try TemporaryFolder()
        let before = MachineClock.realtime().seconds
        try place.put("file", "four")
        try place.symbolicLink("link", to: "nowhere")
        let file = try #require(try place.folder.status(of: .literal("file")))
        #expect(file.kind == .regular && file.size == 4 && file.links == 1)
        #expect(file.modified / 1_000_000_000 >= before - 2 && file.changed >= file.modified - 1_000_000_000)
        #expect(try place.folder.status(of: .literal("link"))?.kind == .symbolicLink)
        #expect(try place.folder.status(of: .literal("absent")) == nil)
        #expect(try place.folder.status(of: .literal(String(repeating: "x", count: 300))) == nil)
        #expect(try place.folder.status().kind == .folder)
    }

    @Test("A folder is made as it is said, or is open to whom the one that it is made in is open to")
    func modes() throws {
        let place = try TemporaryFolder()
        func mode(_ name: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: place.path(name))[.posixPermissions] as? Int
        }
        #expect(unsafe chmod(place.path(""), 0o2700) == 0)
        _ = try place.folder.folder(.literal("said"), create: true)
        _ = try place.folder.folder(at: [.literal("same"), .literal("below")], create: true, mode: nil)
        #expect(try mode("said") == 0o2750)
        #expect(try mode("same") == 0o2700)
        #expect(try mode("same/below") == 0o2700)
    }

    @Test("Folders are made and entered step by step")
    func steps() throws {
        let place = try TemporaryFolder()
        let steps = ["2026", "11", "24"].map(FileName.literal)
        let made = try place.folder.folder(at: steps, create: true)
        #expect(made.path == place.path("2026/11/24"))
        #expect(try place.folder.folder(at: steps).status().isSameFile(as: made.status()))
        #expect(try place.folder.folder(at: []).path == place.path)
        let error = #expect(throws: FileError.self) { try place.folder.folder(.literal("absent")) }
        #expect(error?.isNotFound == true)
    }

    @Test("A rename that may not replace leaves both as they were")
    func renameNew() throws {
        let place = try TemporaryFolder()
        try place.put("a", "first")
        try place.put("b", "second")
        let error = #expect(throws: FileError.self) {
            try place.folder.rename(.literal("a"), to: place.folder, as: .literal("b"), replacing: false)
        }
        #expect(error?.isExists == true)
        #expect(try place.text("a") == "first")
        #expect(try place.text("b") == "second")
        try place.folder.rename(.literal("a"), to: place.folder, as: .literal("b"), replacing: true)
        #expect(try place.text("b") == "first")
        let absent = #expect(throws: FileError.self) {
            try place.folder.rename(.literal("a"), to: place.folder, as: .literal("c"), replacing: false)
        }
        #expect(absent?.isNotFound == true)
    }

    @Test(
        "What lies on another file system cannot be renamed over, and says so",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/shm")))
    func FS7_otherFileSystemIsSaid() throws {
        let (disk, memory) = (try TemporaryFolder(), try TemporaryFolder(memory: true))
        guard try disk.folder.status().device != memory.folder.status().device else { return }
        try disk.put("a", "")
        let error = #expect(throws: FileError.self) {
            try disk.folder.rename(.literal("a"), to: memory.folder, as: .literal("a"), replacing: false)
        }
        #expect(error?.isCrossDevice == true)
    }

    @Test("A tree is removed with everything in it, and what its links lead to stays")
    func FS1_removingATreeFollowsNoLink() throws {
        let place = try TemporaryFolder()
        let tree = try place.folder.folder(.literal("tree"), create: true)
        try place.put("kept", "kept")
        try place.symbolicLink("tree/out", to: "..")
        let inner = try tree.folder(.literal("inner"), create: true)
        for index in 0..<500 { try inner.create(.literal("\(index)")).close() }
        place.fifo("tree/inner/fifo")
        try place.folder.removeTree(.literal("tree"))
        #expect(try place.folder.entries() == [.literal("kept")])
        try place.folder.removeTree(.literal("kept"))
        let error = #expect(throws: FileError.self) { try place.folder.removeTree(.literal("kept")) }
        #expect(error?.isNotFound == true)
    }

    @Test("A tree too deep is refused rather than followed down")
    func deepTree() throws {
        let place = try TemporaryFolder()
        for count in [99, 100, 101] {
            var folder = place.folder
            for _ in 0..<count { folder = try folder.folder(.literal("d"), create: true) }
            if count <= 100 {
                try place.folder.removeTree(.literal("d"))
            } else {
                let error = #expect(throws: FileError.self) { try place.folder.removeTree(.literal("d")) }
                #expect(error?.reason == .tooDeep(limit: 100))
            }
        }
    }

    @Test("Only an empty folder is removed as one, and remove takes no folder")
    func removesFolders() throws {
        let place = try TemporaryFolder()
        let inner = try place.folder.folder(.literal("inner"), create: true)
        try inner.create(.literal("x")).close()
        let error = #expect(throws: FileError.self) { try place.folder.removeFolder(.literal("inner")) }
        #expect(error?.number == ENOTEMPTY)
        #expect(throws: FileError.self) { try place.folder.remove(.literal("inner")) }
        try inner.remove(.literal("x"))
        try place.folder.removeFolder(.literal("inner"))
        #expect(try place.folder.entries().isEmpty)
    }

    @Test("Space and kind of the file system are known")
    func space() throws {
        let place = try TemporaryFolder()
        let (bytes, inodes) = try place.folder.space()
        #expect(bytes > 0 && inodes > 0)
        #expect(!place.folder.isNetworkFileSystem)
    }

    @Test("A folder that was opened stays the same one, whatever takes its path")
    func FS2_openFolderIsNotSwapped() throws {
        let place = try TemporaryFolder()
        let inner = try place.folder.folder(.literal("inner"), create: true)
        try place.put("inner/x", "ours")
        try FileManager.default.moveItem(atPath: place.path("inner"), toPath: place.path("moved"))
        try FileManager.default.createDirectory(atPath: place.path("inner"), withIntermediateDirectories: false)
        try place.put("inner/x", "theirs")
        #expect(try inner.readAll(.literal("x"), limit: 100) == Array("ours".utf8))
    }
}
