package import Bytes
package import Dossiers
package import Files

/// The folders that others poll: a file is written under a hidden name, and appears whole by one rename.
package final class Outbox: Sendable {
    /// Its folders as they are open.
    package let folders: OutboxFolders
    let unsynced: Unsynced

    /// - Parameter unsynced: where every change is entered, to be synced before it is relied upon.
    package init(root: Folder, unsynced: Unsynced = Unsynced()) {
        folders = OutboxFolders(root: root, unsynced: unsynced)
        self.unsynced = unsynced
    }

    /// Writes a file under a hidden name in the folder that it will leave from.
    ///
    /// The name is made of the claim and the position among its outputs, so that a run after a crash finds it again.
    package func stage(
        _ kind: Output.Kind, path: String, claim: String, position: Int,
        write: (inout OutboxFile) throws -> Void
    ) throws -> Output {
        let (_, _, folder) = try places(path)
        return try hide(kind, path: path, in: folder, claim: claim, position: position, write: write)
    }

    /// Makes the folder in which a path will appear.
    ///
    /// It must last before that is committed: a folder that a crash takes away takes along what was moved into it.
    package func makePlace(of path: String) throws { _ = try place(path) }

    /// The same for what was hidden before; throws where that is gone, with the folder that it lay in.
    package func makePlace(ofHidden output: Output, claim: String, position: Int) throws {
        try makePlace(of: output.path)
        _ = try stagingFolder(of: output.path).open(HiddenName.make(claim: claim, position: position))
    }

    /// Stages a file of which it is not known yet whether it will appear; its place is still to be made.
    package func hide(
        _ kind: Output.Kind, path: String, claim: String, position: Int,
        write: (inout OutboxFile) throws -> Void
    ) throws -> Output {
        try hide(kind, path: path, in: stagingFolder(of: path), claim: claim, position: position, write: write)
    }

    private func hide(
        _ kind: Output.Kind, path: String, in folder: Folder, claim: String, position: Int,
        write: (inout OutboxFile) throws -> Void
    ) throws -> Output {
        let hidden = HiddenName.make(claim: claim, position: position)
        var file = OutboxFile(try create(hidden, in: folder))
        try write(&file)
        let (size, digest, written) = try file.finish()
        try unsynced.insert(file: written)
        unsynced.insert(folder)
        return Output(kind: kind, path: path, size: size, sha256: digest)
    }

    /// Lays out a folder of files in the same way; the links that it asks for are still to be made.
    package func stageFolder(
        _ kind: Output.Kind, path: String, claim: String, position: Int,
        layOut: (OutboxFolder) throws -> (size: Int, sha256: Digest)
    ) throws -> (output: Output, links: [StagedLink]) {
        let folder = try stagingFolder(of: path)
        let hidden = HiddenName.make(claim: claim, position: position)
        if try folder.status(of: hidden) != nil { try folder.removeTree(hidden, links: true) }
        let made = try OutboxFolder(
            folder.folder(hidden, create: true, mode: nil, unsynced: unsynced), unsynced: unsynced)
        let (size, digest) = try layOut(made)
        return (Output(kind: kind, path: path, size: size, sha256: digest), made.links)
    }

    /// Renames what was staged to its final name; one that is no longer hidden was published before.
    ///
    /// - Returns: whether it could; where something else has its name it stays hidden, since that may have been seen.
    @discardableResult
    package func publish(_ output: Output, claim: String, position: Int) throws -> Bool {
        let (folder, name, source) = try places(output.path)
        let hidden = HiddenName.make(claim: claim, position: position)
        do {
            // Only a state that is told anew replaces what it told before; anything else has a name of its own for good.
            try source.rename(hidden, to: folder, as: name, replacing: output.kind == .status || output.kind == .report)
        } catch {
            if error.isExists { return false }
            guard error.isNotFound else { throw error }
            return true
        }
        unsynced.insert(folder)
        unsynced.insert(left: source)
        return true
    }

    /// What a crashed run, or one that found a claim changed, left under this name was never committed.
    private func create(_ hidden: FileName, in folder: Folder) throws(FileError) -> WritableFile {
        do throws(FileError) {
            return try folder.create(hidden, mode: 0o640)
        } catch  where error.isExists {
            try folder.removeTree(hidden)
            return try folder.create(hidden, mode: 0o640)
        }
    }

    /// Whether the path that it was opened by still leads to it.
    package func place() throws(FileError) -> Folder.Place { try folders.root.place() }

    /// Why nothing can leave by a folder of it.
    package enum Closed: Sendable { case mayNotBeWritten, isNoFolder }

    /// Those of some folders of it by which nothing can leave, and why.
    package func closed(among paths: [String]) throws -> [(path: String, why: Closed)] {
        try paths.compactMap { path in
            switch try folders.standing(path) {
            case .folder(let folder): folder.mayBeWritten ? nil : (path, .mayNotBeWritten)
            case .nothing: nil
            case .other: (path, .isNoFolder)
            }
        }
    }

    /// What is free for it, in bytes and in files.
    package func space() throws(FileError) -> (freeBytes: Int, freeInodes: Int) { try folders.root.space() }

    /// Whether a file that was published still lies there.
    package func holds(_ output: Output) throws -> Bool {
        let (folder, name) = try place(output.path)
        return try folder.status(of: name) != nil
    }

    /// The bytes of a staged file; nil where it was published before.
    package func staged(_ output: Output, claim: String, position: Int) throws -> [UInt8]? {
        let folder = try stagingFolder(of: output.path)
        let name = HiddenName.make(claim: claim, position: position)
        guard try folder.status(of: name) != nil else { return nil }
        return try folder.readAll(name, limit: output.size)
    }

    /// The folders, from the outbox, in which files wait under hidden names, so that a start after a crash finds them all:
    /// each agency's own, and else one for each kind of output.
    package static func stagingFolders(agencies: some Sequence<AgencyCode>) -> [String] {
        ["portal", resultsFolder, "notices", "incidents", "refunds", "reports"] + agencies.map { "agencies/\($0)" }
    }

    private static let resultsFolder = "portal/results"

    func stagingFolder(of path: String) throws -> Folder {
        try folders.folder(String(path[..<Self.stagingEnd(of: path)]))
    }

    /// The folder of a path from the outbox, and the name in it.
    func place(_ path: String) throws -> (Folder, FileName) {
        let (end, name) = Self.split(path)
        return (try folders.folder(String(path[..<end])), name)
    }

    /// The same, and the folder in which what appears there waits, nearly always the same one; both are made where they are absent.
    func places(_ path: String) throws -> (folder: Folder, name: FileName, staging: Folder) {
        let (end, name) = Self.split(path)
        let folder = try folders.folder(String(path[..<end]))
        return (folder, name, Self.stagingEnd(of: path) == end ? folder : try stagingFolder(of: path))
    }

    /// Up to where a path leads to the folder in which its file waits; paths are ours, made of codes that were checked.
    private static func stagingEnd(of path: String) -> String.Index {
        let isDeep = path.hasPrefix("agencies/") || path.hasPrefix(resultsFolder + "/")
        let slashes = path.utf8.indices.lazy.filter { path.utf8[$0] == UInt8(ascii: "/") }
        guard let end = slashes.dropFirst(isDeep ? 1 : 0).first else {
            preconditionFailure("an output's path names a folder and a file, not «\(path)»")
        }
        return end
    }

    /// Up to where it leads to the folder in which its file appears, and the file's name.
    private static func split(_ path: String) -> (end: String.Index, name: FileName) {
        guard let end = path.utf8.lastIndex(of: UInt8(ascii: "/")),
            let name = FileName(bytes: Array(path.utf8[path.utf8.index(after: end)...]))
        else {
            preconditionFailure("an output's path names a folder and a file, not «\(path)»")
        }
        return (end, name)
    }
}
