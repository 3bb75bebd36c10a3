private import Glibc

extension Folder {
    /// Gives something another name, here or in another folder of the same file system.
    ///
    /// Where `replacing` is false, something that has the new name already is `isExists` and nothing happens. It lasts once both
    /// folders were synced.
    package func rename(
        _ name: FileName, to target: Folder, as newName: FileName, replacing: Bool
    ) throws(FileError) {
        try expectSynced("Renaming in")
        try target.expectSynced("Renaming into")
        do throws(SystemError) {
            try calls.rename(
                descriptor.number, name, to: target.descriptor.number, newName, replacing: replacing)
        } catch {
            throw FileError("Renaming", "\(path(of: name)) to \(target.path(of: newName))", .system(error.number))
        }
    }

    /// Takes from everybody but the owner what they may do in this folder, where they may anything.
    package func closeToOthers() throws(FileError) {
        let mode = try status().mode
        guard mode & 0o077 != 0 else { return }
        try attempt("Closing to others") { () throws(SystemError) in
            try calls.setMode(descriptor.number, mode & 0o7700)
        }
    }

    /// Lets everybody look into this folder.
    package func openToReaders() throws(FileError) {
        let mode = try status().mode
        guard mode & 0o055 != 0o055 else { return }
        try attempt("Opening to readers") { () throws(SystemError) in
            try calls.setMode(descriptor.number, mode & 0o7777 | 0o055)
        }
    }

    /// Gives a file one more name; one that is taken is `isExists`.
    package func link(_ name: FileName, to target: Folder, as newName: FileName) throws(FileError) {
        try target.expectSynced("Linking into")
        do throws(SystemError) {
            try calls.link(descriptor.number, name, to: target.descriptor.number, newName)
        } catch {
            throw FileError("Linking", "\(path(of: name)) to \(target.path(of: newName))", .system(error.number))
        }
    }

    /// Removes a name that stands for anything but a folder.
    package func remove(_ name: FileName) throws(FileError) {
        try expectSynced("Removing from")
        try attempt("Removing", name) { () throws(SystemError) in try calls.remove(descriptor.number, name) }
    }

    /// Removes an empty folder; one that is not empty stays, and throws `ENOTEMPTY`.
    package func removeFolder(_ name: FileName) throws(FileError) {
        try expectSynced("Removing from")
        try attempt("Removing", name) { () throws(SystemError) in try calls.removeFolder(descriptor.number, name) }
    }

    /// Removes whatever a name stands for, with all that lies in it; a symbolic link goes, what it leads to stays.
    ///
    /// Stays on its file system: what is mounted within is not touched, and is `isCrossDevice`.
    ///
    /// - Parameter links: whether files in it may have other names: then each folder is synced before it goes, so that no crash
    ///   leaves a file with a name that nobody finds.
    package func removeTree(_ name: FileName, links: Bool = false) throws(FileError) {
        guard let status = try status(of: name) else {
            throw FileError("Removing", path(of: name), .system(ENOENT))
        }
        try removeTree(name, status, device: status.device, depth: 0, links: links)
    }

    private func removeTree(
        _ name: FileName, _ status: FileStatus, device: UInt64, depth: Int, links: Bool
    ) throws(FileError) {
        guard status.kind == .folder else { return try remove(name) }
        guard depth < Self.treeDepth else {
            throw FileError("Removing", path(of: name), .tooDeep(limit: Self.treeDepth))
        }
        let inner = try folder(name)
        guard try inner.status().device == device else { throw FileError("Removing", inner.path, .system(EXDEV)) }
        var isEmpty = false
        // Removing while listing may skip names on some file systems: list until nothing is left.
        while !isEmpty {
            isEmpty = true
            var listing = try inner.listing()
            while let entry = try listing.next() {
                guard let status = try inner.status(of: entry) else { continue }
                try inner.removeTree(entry, status, device: device, depth: depth + 1, links: links)
                isEmpty = false
            }
        }
        if links { try inner.sync() }
        try removeFolder(name)
    }

    /// How deep trees of ours may be; each level holds a descriptor while it is removed.
    private static let treeDepth = 100
}
