private import Glibc
private import Synchronization

/// An open folder, the only way to what lies in it.
///
/// Names are looked up in the folder that was opened, whatever has become of its path meanwhile, and never through a symbolic
/// link (FS1, FS2). Once a sync of it has failed it refuses every further change.
package final class Folder: Sendable {
    /// Where it was when it was opened, for messages: every name from outside in it is escaped, so it may not open again.
    package let path: String
    let calls: any SystemCalls
    let descriptor: Descriptor
    private let failedSync = Mutex<Int32?>(nil)

    /// Opens a folder of the configuration, made with its parents where `create` asks for it.
    package init(
        path: String, create: Bool = false, mode: UInt32 = 0o750, calls: any SystemCalls = LinuxCalls()
    ) throws(FileError) {
        self.path = path
        self.calls = calls
        do throws(SystemError) {
            descriptor = Descriptor(try calls.openFolder(path: path), calls: calls)
        } catch {
            guard create, error.number == ENOENT else { throw FileError("Opening", path, .system(error.number)) }
            descriptor = Descriptor(try Self.make(path, mode: mode, calls: calls), calls: calls)
        }
    }

    init(path: String, number: Int32, calls: any SystemCalls) {
        self.path = path
        self.calls = calls
        descriptor = Descriptor(number, calls: calls)
    }

    /// Opens a folder in this one, made where `create` asks for it and it is absent.
    ///
    /// A folder that was made is in its parent for good before this returns, or once what is in `unsynced` was synced.
    ///
    /// - Parameter mode: of a folder that is made; nil lets those who may do something in this one do the same in it.
    package func folder(
        _ name: FileName, create: Bool = false, mode: UInt32? = 0o750, unsynced: Unsynced? = nil
    ) throws(FileError) -> Folder {
        let isNew = create ? try makeFolder(name, mode: mode) : false
        let number = try openFolder(name)
        let folder = Folder(path: path(of: name), number: number, calls: calls)
        if let unsynced {
            // Also where it is there: a run that made it may have ended before it synced.
            if create { unsynced.insert(self) }
        } else if isNew {
            try sync()
        }
        return folder
    }

    private func openFolder(_ name: FileName) throws(FileError) -> Int32 {
        do throws(SystemError) {
            return try calls.openFolder(descriptor.number, name)
        } catch {
            // The system says the same of a link as of a file.
            guard error.number == ENOTDIR, let kind = try status(of: name)?.kind, kind != .folder else {
                throw FileError("Opening", path(of: name), .system(error.number))
            }
            throw FileError("Opening", path(of: name), .notFolder(kind))
        }
    }

    /// Opens the folder at the end of some steps down; the folder itself where there are none.
    package func folder(
        at steps: [FileName], create: Bool = false, mode: UInt32? = 0o750, unsynced: Unsynced? = nil
    ) throws(FileError) -> Folder {
        var folder = self
        for step in steps { folder = try folder.folder(step, create: create, mode: mode, unsynced: unsynced) }
        return folder
    }

    /// Waits until every name in it, as it is now, is on the disk.
    ///
    /// A sync that failed is not made again: this throws ever after.
    package func sync() throws(FileError) {
        try expectSynced("Syncing")
        do throws(SystemError) {
            try calls.sync(descriptor.number)
        } catch {
            failedSync.withLock { $0 = error.number }
            throw FileError("Syncing", path, .syncFailed(error.number))
        }
    }

    /// Throws where an earlier sync failed.
    func expectSynced(_ call: String) throws(FileError) {
        if let number = failedSync.withLock({ $0 }) { throw FileError(call, path, .unsynced(number)) }
    }

    func path(of name: FileName) -> String { place(of: name).description }

    func place(of name: FileName) -> FilePath { FilePath(folder: path, name: name) }

    /// Makes a call, and says in its error on what it was made.
    func attempt<Value>(
        _ call: String, _ name: FileName? = nil, _ body: () throws(SystemError) -> Value
    ) throws(FileError) -> Value {
        do throws(SystemError) {
            return try body()
        } catch {
            throw FileError(call, name.map(path(of:)) ?? path, .system(error.number))
        }
    }

    /// Makes a folder; false where something has that name already.
    ///
    /// A set-group-ID bit comes from this one by itself, where setting it may be forbidden (`RestrictSUIDSGID`).
    private func makeFolder(_ name: FileName, mode: UInt32?) throws(FileError) -> Bool {
        try expectSynced("Making")
        let mode = if let mode { mode } else { try status().mode & 0o777 | 0o700 }
        do throws(SystemError) {
            try calls.makeFolder(descriptor.number, name, mode: mode)
            return true
        } catch {
            guard error.number == EEXIST else { throw FileError("Making", path(of: name), .system(error.number)) }
            return false
        }
    }

    /// Makes a path of the configuration, step by step from the last folder on it that is there.
    private static func make(_ path: String, mode: UInt32, calls: any SystemCalls) throws(FileError) -> Int32 {
        let (folder, missing) = try nearest(to: path, calls: calls)
        let made = try folder.folder(at: missing, create: true, mode: mode)
        return try made.attempt("Opening") { () throws(SystemError) in try calls.openFolder(path: path) }
    }
}
