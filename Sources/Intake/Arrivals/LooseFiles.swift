import Bytes
import Files

/// The scans that lie loose in a drop folder, and which form each belongs to.
struct LooseFiles {
    /// Files that are read for their digest, for one that a form names otherwise.
    private static let mostAlike = 200
    /// What they may have together, for all forms of a look.
    private static let mostBytes = 1_000_000_000

    private let here: Folder
    private let files: [FileName: FileStatus]
    private let byName: PresentFiles
    private var claimed: Set<FileName> = []
    private var digests: [FileName: Digest] = [:]
    private var bytesLeft = Self.mostBytes

    init(here: Folder, files: [FileName: FileStatus]) {
        self.here = here
        self.files = files
        byName = PresentFiles(names: files.keys)
    }

    /// The file that a form means: the one of the declared digest where its name tells nothing, else the one of its name.
    mutating func find(_ need: FormNeed) throws -> FileName? {
        let named = byName.find(need.name).flatMap { claimed.contains($0) ? nil : $0 }
        if let named, need.size == nil || files[named]?.size == need.size { return named }
        guard let digest = need.digest else { return named }
        // A form that gives no size must not have every file of a full folder read for it.
        let alike = files.filter { !claimed.contains($0.key) && $0.value.size == need.size ?? $0.value.size }
        guard alike.count <= Self.mostAlike else { return named }
        for name in alike.keys.sorted(by: { $0.description < $1.description }) {
            if try self.digest(of: name) == digest { return name }
        }
        return named
    }

    mutating func claim(_ names: [FileName]) { claimed.formUnion(names) }

    /// What no form named, in the order of names.
    var unclaimed: [FileName] {
        files.keys.filter { !claimed.contains($0) }.sorted { $0.description < $1.description }
    }

    private mutating func digest(of name: FileName) throws -> Digest? {
        if let known = digests[name] { return known }
        let size = files[name]?.size ?? 0
        guard size <= bytesLeft else { return nil }
        bytesLeft -= size
        do {
            let digest = try SHA256.digest(of: try here.open(name))
            digests[name] = digest
            return digest
        } catch let error as FileError where error.isSendersFault {
            return nil
        }
    }
}
