import Files
import Foundation
import Glibc
import Testing

@Suite("What others plant in a folder")
struct HostileFolderTests {
    @Test("A symbolic link is neither opened, nor entered, nor written through")
    func FS1_symbolicLinksAreNotFollowed() throws {
        let place = try TemporaryFolder()
        try place.put("secret", "secret")
        try FileManager.default.createDirectory(atPath: place.path("real"), withIntermediateDirectories: false)
        try place.symbolicLink("link", to: "secret")
        try place.symbolicLink("folderLink", to: "real")
        try place.symbolicLink("dangling", to: "made")
        let opened = #expect(throws: FileError.self) { try place.folder.open(.literal("link")) }
        #expect(opened?.isNotRegular == true)
        let entered = #expect(throws: FileError.self) { try place.folder.folder(.literal("folderLink")) }
        #expect(entered?.isNotFolder == true)
        let entered2 = #expect(throws: FileError.self) { try place.folder.folder(.literal("folderLink"), create: true) }
        #expect(entered2?.isNotFolder == true)
        let made = #expect(throws: FileError.self) { try place.folder.create(.literal("dangling")).close() }
        #expect(made?.isExists == true)
        #expect(throws: FileError.self) { try place.folder.append(to: .literal("dangling")).close() }
        #expect(!FileManager.default.fileExists(atPath: place.path("made")))
        try place.folder.replaceDurably(.literal("link"), with: Array("ours".utf8))
        #expect(try place.text("secret") == "secret")
        #expect(try place.text("link") == "ours")
    }

    @Test("A hard link shows by its number of links, before and after opening")
    func FS1_hardLinksAreVisible() throws {
        let place = try TemporaryFolder()
        try place.put("a", "x")
        try place.folder.link(.literal("a"), to: place.folder, as: .literal("b"))
        #expect(try place.folder.status(of: .literal("a"))?.links == 2)
        #expect(try place.folder.open(.literal("b")).opened.links == 2)
        let error = #expect(throws: FileError.self) {
            try place.folder.link(.literal("a"), to: place.folder, as: .literal("b"))
        }
        #expect(error?.isExists == true)
    }

    @Test("A file that was opened is read, whatever takes its name")
    func FS2_openFileIsNotSwapped() throws {
        let place = try TemporaryFolder()
        try place.put("a", "ours")
        try place.put("b", "theirs")
        let file = try place.folder.open(.literal("a"))
        try place.folder.rename(.literal("b"), to: place.folder, as: .literal("a"), replacing: true)
        #expect(try file.readAll() == Array("ours".utf8))
        #expect(try file.status().links == 0)
        #expect(try place.folder.status(of: .literal("a"))?.isSameFile(as: file.opened) == false)
    }

    @Test("A FIFO, a socket, a device and a folder are refused at once", .timeLimit(.minutes(1)))
    func FS3_opensNeverWait() throws {
        let place = try TemporaryFolder()
        place.fifo("fifo.xml")
        let socket = place.socket("s")
        defer { close(socket) }
        _ = try place.folder.folder(.literal("folder.xml"), create: true)
        let names = ["fifo.xml", "folder.xml"] + (FileManager.default.fileExists(atPath: place.path("s")) ? ["s"] : [])
        for name in names {
            let error = #expect(throws: FileError.self) { try place.folder.open(.literal(name)) }
            #expect(error?.isNotRegular == true, "\(name)")
            #expect(throws: FileError.self) { try place.folder.append(to: .literal(name)).close() }
            #expect(throws: FileError.self) { try place.folder.readAll(.literal(name), limit: 10) }
        }
        #expect(try place.folder.status(of: .literal("fifo.xml"))?.kind == .other)
        let device = #expect(throws: FileError.self) { try Folder(path: "/dev").open(.literal("zero")) }
        #expect(device?.isNotRegular == true)
        #expect(throws: FileError.self) { try SiteLock(folder: place.folder, name: .literal("fifo.xml")) }
    }

    static let odd: [[UInt8]] = [
        Array("a\nb.xml".utf8), Array("\u{1B}[31m".utf8), Array("-rf".utf8), [0xFF, 0xFE, 0x80],
        Array("to\u{031B}\u{0300}.pdf".utf8), Array("\u{202E}fdp.xml".utf8), [UInt8](repeating: 0x61, count: 255),
        [0x01],
        Array(" ".utf8), Array("...".utf8), Array("a\\b".utf8),
    ]

    @Test("Any name is made, found, read, renamed and removed byte for byte", arguments: odd)
    func FS6_oddNamesWork(bytes: [UInt8]) throws {
        let place = try TemporaryFolder()
        let name = try #require(FileName(bytes: bytes))
        var file = try place.folder.create(name)
        try file.write([7])
        try file.close()
        #expect(try place.folder.entries() == [name])
        #expect(try place.folder.readAll(name, limit: 1) == [7])
        try place.folder.replaceDurably(name, with: [8])
        #expect(try place.folder.readAll(name, limit: 1) == [8])
        let inner = try place.folder.folder(.literal("inner"), create: true)
        try place.folder.rename(name, to: inner, as: name, replacing: false)
        #expect(try inner.entries() == [name])
        let error = #expect(throws: FileError.self) { try place.folder.open(name) }
        let description = try #require(error?.description)
        #expect(description.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        try inner.remove(name)
        #expect(try inner.entries().isEmpty)
    }

    @Test("A name longer than the file system holds is an error that says so")
    func tooLongName() throws {
        let place = try TemporaryFolder()
        let error = #expect(throws: FileError.self) {
            try place.folder.create(.literal(String(repeating: "x", count: 256))).close()
        }
        #expect(error?.isNameTooLong == true)
    }

    @Test("A file of a terabyte that takes no room is neither read nor held in memory")
    func FS8_sparseFileIsNotRead() throws {
        let place = try TemporaryFolder()
        try place.put("sparse", "")
        guard unsafe truncate(place.path("sparse"), 1 << 40) == 0 else { return }
        let error = #expect(throws: FileError.self) { try place.folder.readAll(.literal("sparse"), limit: 1_000_000) }
        #expect(error?.isTooLarge == true)
        let file = try place.folder.open(.literal("sparse"))
        #expect(file.count == 1 << 40)
        #expect(try file.read(at: (1 << 40) - 3, count: 3) == [0, 0, 0])
    }

    @Test(
        "Times far from now are kept or cut to what fits, without a trap",
        arguments: [0, -1, 4_102_444_800, .max, .min])
    func FS9_anyTimeIsTaken(seconds: Int) throws {
        let place = try TemporaryFolder(memory: FileManager.default.fileExists(atPath: "/dev/shm"))
        try place.put("a", "")
        var times = [timespec(tv_sec: seconds, tv_nsec: 999_999_999), timespec(tv_sec: seconds, tv_nsec: 999_999_999)]
        guard unsafe utimensat(AT_FDCWD, place.path("a"), &times, 0) == 0 else { return }
        let modified = try #require(try place.folder.status(of: .literal("a"))).modified
        switch seconds {
        case .max: #expect(modified > 4_102_444_800_000_000_000)
        case .min: #expect(modified < 0)
        default: #expect(modified == seconds * 1_000_000_000 + 999_999_999)
        }
    }
}
