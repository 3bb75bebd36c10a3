import Bytes
import Documents
package import Files

/// A folder on its way out under a hidden name, which will appear whole by one rename.
package final class OutboxFolder {
    private let folder: Folder
    private let unsynced: Unsynced
    private let device: UInt64
    /// Of those who take from it.
    private let group: UInt32
    private var inner: [String: Folder] = [:]
    /// The names that are still to be given to files which lie elsewhere.
    package private(set) var links: [StagedLink] = []

    package init(_ folder: Folder, unsynced: Unsynced) throws(FileError) {
        self.folder = folder
        device = try folder.status().device
        group = try folder.owner().group
        self.unsynced = unsynced
        unsynced.insert(folder)
    }

    /// Writes a file; throws a `ParseError` with code `mismatch` where it has another digest than `expected`.
    ///
    /// - Parameter path: its name, behind the name of a folder for what came later.
    @discardableResult
    func add(
        _ path: String, copying source: any ByteSource, expecting expected: Digest?
    ) throws -> (size: Int, sha256: Digest) {
        try add(path, expecting: expected) { try $0.write(contentsOf: source) }
    }

    func add(_ path: String, unpacking entry: ZIPEntry, of archive: ZIPArchive, expecting expected: Digest?) throws {
        try add(path, expecting: expected) { file in try archive.read(entry) { try file.write($0) } }
    }

    /// Whether the reader may have the file itself: nobody writes to it, it is ours, it may be read by whom our own may, and it
    /// lies on the same disk.
    func mayShare(_ file: ReadableFile) throws -> Bool {
        try WriterLease.hasWriter(file) == false && file.opened.mode & 0o440 == 0o440 && file.opened.device == device
            && file.owner().group == group
    }

    /// Lets the file get its second name later, since that shows in its times.
    func link(_ path: String, to name: FileName, in home: Folder) throws {
        let (target, newName) = try place(path)
        links.append(StagedLink(home: home, name: name, target: target, newName: newName))
    }

    @discardableResult
    private func add(
        _ path: String, expecting expected: Digest?, _ write: (inout OutboxFile) throws -> Void
    ) throws -> (size: Int, sha256: Digest) {
        let (target, name) = try place(path)
        var file = OutboxFile(try target.create(name, mode: 0o640))
        try write(&file)
        let (size, digest, written) = try file.finish()
        try unsynced.insert(file: written)
        guard expected == nil || digest == expected else { throw DossierBundle.changed }
        return (size, digest)
    }

    private func place(_ path: String) throws -> (Folder, FileName) {
        let steps = path.split(separator: "/", maxSplits: 1).map(String.init)
        guard let last = steps.last, let name = FileName(last) else {
            preconditionFailure("a file of a dossier has a plain name, not «\(path)»")
        }
        guard steps.count == 2 else { return (folder, name) }
        if let known = inner[steps[0]] { return (known, name) }
        let made = try folder.folder(FileName.literal(steps[0]), create: true, mode: nil, unsynced: unsynced)
        unsynced.insert(made)
        inner[steps[0]] = made
        return (made, name)
    }
}
