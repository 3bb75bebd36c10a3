import Bytes
import Files

/// The scans that lie loose in a drop folder, and which form each belongs to.
///
/// Files are told by their position in the table that each question brings along, since it may be a large one.
struct LooseFiles {
    /// Files that are read for their digest, for one that a form names otherwise.
    private static let mostAlike = 200
    /// What they may have together, for all forms of a look.
    private static let mostBytes = 1_000_000_000

    private let here: Folder
    private var claimed: Set<Int> = []
    private var digests: [Int: Digest] = [:]
    private var bytesLeft = Self.mostBytes
    /// Names that are not all ASCII, which may be composed otherwise than a form writes them, by their hash.
    private var composed: [Int: Int]?

    init(here: Folder) { self.here = here }

    /// The file that a form means: the one of the declared digest where its name tells nothing, else the one of its name.
    mutating func find(_ need: FormNeed, in files: NameTable<Sighting>) throws -> Int? {
        let named = find(need.name, in: files)
        if let named, need.size == nil || files[named].stamp.size == need.size { return named }
        guard let digest = need.digest else { return named }
        // A form that gives no size must not have every file of a full folder read for it.
        var alike: [Int] = []
        for file in 0..<files.count where isFree(file, in: files) {
            if let size = need.size, size != files[file].stamp.size { continue }
            guard alike.count < Self.mostAlike else { return named }
            alike.append(file)
        }
        for file in alike.sorted(by: { files.name(at: $0) < files.name(at: $1) }) {
            if try self.digest(of: file, in: files) == digest { return file }
        }
        return named
    }

    mutating func claim(_ files: [Int]) { claimed.formUnion(files) }

    /// Whether a position is that of a scan which is there and which no form has named.
    func isFree(_ file: Int, in files: NameTable<Sighting>) -> Bool {
        files[file].kind == .scan && files.isSeen(file) && !claimed.contains(file)
    }

    private mutating func find(_ name: String, in files: NameTable<Sighting>) -> Int? {
        if let exact = FileName(name).flatMap(files.position), isFree(exact, in: files) { return exact }
        let byHash = composed ?? Self.composed(files)
        composed = byHash
        guard let found = byHash[name.hashValue], isFree(found, in: files), files.name(at: found).text == name else {
            return nil
        }
        return found
    }

    /// Equal strings have one hash, however their characters are composed.
    private static func composed(_ files: NameTable<Sighting>) -> [Int: Int] {
        var byHash: [Int: Int] = [:]
        for file in 0..<files.count where files[file].kind == .scan && files.isSeen(file) {
            let name = files.name(at: file)
            guard name.bytes.contains(where: { $0 >= 0x80 }), let text = name.text else { continue }
            byHash[text.hashValue] = file
        }
        return byHash
    }

    private mutating func digest(of file: Int, in files: NameTable<Sighting>) throws -> Digest? {
        if let known = digests[file] { return known }
        let size = files[file].stamp.size
        guard size <= bytesLeft else { return nil }
        bytesLeft -= size
        do {
            let digest = try SHA256.digest(of: try here.open(files.name(at: file)))
            digests[file] = digest
            return digest
        } catch let error as FileError where error.isSendersFault {
            return nil
        }
    }
}
