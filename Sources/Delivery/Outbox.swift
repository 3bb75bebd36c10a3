package import Dossiers
package import Files
private import Synchronization

/// The folders that others poll: a file is written under a hidden name, and appears whole by one rename.
package final class Outbox: Sendable {
    private let root: Folder
    private let folders = Mutex<[String: Folder]>([:])
    private let unsynced = Mutex<Set<String>>([])

    package init(root: Folder) { self.root = root }

    /// Writes a file under a hidden name in the folder that it will leave from, synced.
    ///
    /// The name is made of the claim and the position among its outputs, so that a run after a crash finds it again.
    package func stage(
        _ kind: Output.Kind, path: String, claim: String, position: Int,
        write: (inout OutboxFile) throws -> Void
    ) throws -> Output {
        let (folder, _) = try place(path)
        let hidden = Self.hiddenName(claim: claim, position: position)
        // What a crashed run left under this name was never committed.
        if try folder.status(of: hidden) != nil { try folder.remove(hidden) }
        var file = OutboxFile(try folder.create(hidden, mode: 0o640))
        try write(&file)
        let (size, digest) = try file.close()
        return Output(kind: kind, path: path, size: size, sha256: digest)
    }

    /// Renames a staged file to its final name; one that is no longer hidden was published before.
    package func publish(_ output: Output, claim: String, position: Int) throws {
        let (folder, name) = try place(output.path)
        let hidden = Self.hiddenName(claim: claim, position: position)
        do {
            // Only a state that is told anew replaces what it told before; anything else has a name of its own for good.
            try folder.rename(hidden, to: folder, as: name, replacing: output.kind == .status || output.kind == .report)
        } catch {
            guard error.isNotFound else { throw error }
            return
        }
        _ = unsynced.withLock { $0.insert(folder.path) }
    }

    /// Makes the names that appeared last.
    package func sync() throws {
        let touched = unsynced.withLock { paths in
            defer { paths = [] }
            return paths
        }
        for folder in folders.withLock({ Array($0.values) }) where touched.contains(folder.path) { try folder.sync() }
    }

    /// Makes the hidden names last, before the commit that promises them.
    package func syncStaged(_ outputs: some Sequence<Output>) throws {
        var seen: Set<String> = []
        for output in outputs {
            let (folder, _) = try place(output.path)
            if seen.insert(folder.path).inserted { try folder.sync() }
        }
    }

    /// The claims that hidden files were left for.
    package func hiddenClaims(below paths: [String]) throws -> Set<String> {
        var found: Set<String> = []
        for path in paths { for (_, _, claim) in try hidden(below: path) { found.insert(claim) } }
        return found
    }

    /// Removes hidden files of claims that were never committed; says how many there were.
    package func removeAbandoned(below paths: [String], isCommitted: (String) -> Bool) throws -> Int {
        var removed = 0
        for path in paths {
            for (folder, name, claim) in try hidden(below: path) where !isCommitted(claim) {
                try folder.remove(name)
                removed += 1
            }
        }
        return removed
    }

    /// Whether a file that was published still lies there.
    package func holds(_ output: Output) throws -> Bool {
        let (folder, name) = try place(output.path)
        return try folder.status(of: name) != nil
    }

    /// The bytes of a staged file; nil where it was published before.
    package func staged(_ output: Output, claim: String, position: Int) throws -> [UInt8]? {
        let (folder, _) = try place(output.path)
        let name = Self.hiddenName(claim: claim, position: position)
        guard try folder.status(of: name) != nil else { return nil }
        return try folder.readAll(name, limit: output.size)
    }

    private func hidden(below path: String) throws -> [(Folder, FileName, claim: String)] {
        let (folder, _) = try place(path + "/-")
        return try folder.entries().compactMap { name in
            guard let text = name.text, text.hasPrefix(Self.prefix), let end = text.lastIndex(of: "#") else {
                return nil
            }
            return (folder, name, String(text[..<end].dropFirst(Self.prefix.count)))
        }
    }

    private static let prefix = ".hoso-"

    private static func hiddenName(claim: String, position: Int) -> FileName {
        FileName.literal("\(prefix)\(claim)#\(position)")
    }

    /// The folder of a path from the outbox, and the name in it; paths are ours, made of codes that were checked.
    private func place(_ path: String) throws -> (Folder, FileName) {
        guard let slash = path.lastIndex(of: "/"), let name = FileName(String(path[path.index(after: slash)...])) else {
            preconditionFailure("an output's path names a folder and a file, not «\(path)»")
        }
        let folderPath = String(path[..<slash])
        if let known = folders.withLock({ $0[folderPath] }) { return (known, name) }
        let steps = folderPath.split(separator: "/").map { FileName.literal(String($0)) }
        let folder = try root.folder(at: steps, create: true)
        folders.withLock { $0[folderPath] = folder }
        return (folder, name)
    }
}
