package import Files
private import Synchronization

/// The folders of the outbox, each opened once, for as long as it stands where it was opened.
package final class OutboxFolders: Sendable {
    let root: Folder
    private let unsynced: Unsynced
    private let open = Mutex<[String: Folder]>([:])

    init(root: Folder, unsynced: Unsynced) {
        self.root = root
        self.unsynced = unsynced
    }

    /// Lets go of those that no longer stand where they were opened, and says what stands there now.
    ///
    /// What is hidden in them went with them: it is to be staged again before anything is published.
    package func letGoOfDisplaced() throws -> [(path: String, place: Folder.Place)] {
        let displaced = try open.withLock { $0 }.sorted { $0.key < $1.key }
            .map { (path: $0.key, place: try place(of: $0.value, at: $0.key)) }
            .filter { $0.place != .itself }
        let gone = Set(displaced.map(\.path))
        open.withLock { open in open = open.filter { !gone.contains($0.key) } }
        return displaced
    }

    private func place(of folder: Folder, at path: String) throws -> Folder.Place {
        guard let there = try existing(path) else { return .nothing }
        return try there.status().isSameFile(as: folder.status()) ? .itself : .another
    }

    /// Lets go of all but these, since there may be any number of others; only while nothing is hidden in those.
    package func letGo(except paths: [String]) {
        let kept = Set(paths)
        open.withLock { open in open = open.filter { kept.contains($0.key) } }
    }

    /// One of them, made where it is not there.
    @discardableResult
    package func folder(_ path: String) throws -> Folder {
        if let known = open.withLock({ $0[path] }) { return known }
        let folder = try root.folder(
            at: path.split(separator: "/").map { FileName.literal(String($0)) }, create: true, mode: nil,
            unsynced: unsynced)
        // Two that make it at once use the same one from then on, so that it is synced once.
        return open.withLock { open in
            let kept = open[path] ?? folder
            open[path] = kept
            return kept
        }
    }

    /// What stands where one of them belongs; `other` is no folder, or a link.
    enum Standing {
        case folder(Folder)
        case nothing
        case other
    }

    /// A folder that nothing was staged in yet is not made by looking for it.
    func standing(_ path: String) throws(FileError) -> Standing {
        do throws(FileError) {
            return .folder(try root.folder(at: path.split(separator: "/").map { FileName.literal(String($0)) }))
        } catch {
            if error.isNotFolder { return .other }
            // Also one that goes while it is looked for.
            guard error.isNotFound else { throw error }
            return .nothing
        }
    }

    func existing(_ path: String) throws(FileError) -> Folder? {
        if case .folder(let folder) = try standing(path) { folder } else { nil }
    }
}
