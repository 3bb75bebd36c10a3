import Files
import Publications

/// A folder that a web server serves: each file is changed by one rename, and only where it differs, so that every page is whole
/// at every moment; what was not put this time goes at the end.
///
/// Nothing is synced: the site can be made again at any time, and what a crash spoilt differs then.
package final class PublishedTree {
    /// A folder that holds something else is left alone.
    package struct NotOurs: Error, CustomStringConvertible {
        let path: String
        package var description: String {
            "«\(path)» holds files and no published site: name a new or empty folder, or one that hoso publish made"
        }
    }

    /// What became of the files.
    struct Counts: Sendable, Equatable {
        var written = 0
        var unchanged = 0
        var removed = 0
    }

    /// Says whose the folder is, and keeps a second publisher out.
    private static let marker = FileName.literal(".hoso-published")

    private let root: Folder
    private let lock: SiteLock
    private var open: (path: String, folder: Folder)?
    /// The names in each folder that are to stay, as numbers, since there may be millions: where two meet, which chance alone
    /// brings about, something old stays until the next time.
    private var kept: [String: [Int]] = [:]
    private(set) var counts = Counts()

    /// Throws `NotOurs`, `LockHeld` where another publishes there now, or what the disk refused.
    init(into path: String) throws {
        root = try Folder(path: path, create: true, mode: Self.folderMode)
        guard try root.entries().isEmpty || root.status(of: Self.marker) != nil else { throw NotOurs(path: path) }
        lock = try SiteLock(folder: root, name: Self.marker)
        try root.openToReaders()
    }

    private static let folderMode: UInt32 = 0o755
    private static let fileMode: UInt32 = 0o644
    /// Above the largest page that is written.
    private static let largest = 1 << 30

    func put(_ file: SiteFile) throws {
        var steps = file.path.split(separator: "/").map(String.init)
        let name = FileName.literal(steps.removeLast())
        let folder = try folder(steps)
        keep(name, in: open?.path ?? "")
        if let status = try folder.status(of: name), status.kind == .regular, status.size == file.content.count,
            try folder.readAll(name, limit: Self.largest) == file.content
        {
            counts.unchanged += 1
            return
        }
        try folder.replace(name, with: file.content, mode: Self.fileMode)
        counts.written += 1
    }

    /// Removes what was not put.
    func finish() throws {
        open = nil
        try sweep(root, "")
    }

    private func folder(_ steps: [String]) throws -> Folder {
        let path = steps.joined(separator: "/")
        if let open, open.path == path { return open.folder }
        var folder = root
        var parent = ""
        for step in steps {
            let name = FileName.literal(step)
            keep(name, in: parent)
            folder = try folder.folder(name, create: true, mode: Self.folderMode)
            try folder.openToReaders()
            parent += parent.isEmpty ? step : "/\(step)"
        }
        open = (path, folder)
        return folder
    }

    /// Whether something was put into a folder.
    private func isKept(_ path: String) -> Bool { kept[path] != nil }

    private func keep(_ name: FileName, in path: String) { kept[path, default: []].append(name.hashValue) }

    private func sweep(_ folder: Folder, _ path: String) throws {
        let kept = (kept.removeValue(forKey: path) ?? []).sorted()
        var old: [FileName] = []
        var folders: [(name: FileName, path: String)] = []
        try folder.forEachEntry { name in
            if !kept.holds(name.hashValue), name != Self.marker { old.append(name) }
            let below = (path.isEmpty ? "" : path + "/") + (name.text ?? "")
            if isKept(below) { folders.append((name, below)) }
            return true
        }
        for name in old.sorted() { try folder.removeTree(name) }
        counts.removed += old.count
        for (name, below) in folders { try sweep(folder.folder(name), below) }
    }
}

extension [Int] {
    /// Whether a number is among numbers that stand in their order.
    fileprivate func holds(_ wanted: Int) -> Bool {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low] == wanted
    }
}
