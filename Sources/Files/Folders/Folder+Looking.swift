private import Glibc

extension Folder {
    /// What the folder itself is.
    package func status() throws(FileError) -> FileStatus {
        try attempt("Looking at") { () throws(SystemError) in try calls.status(descriptor.number) }
    }

    /// Whether names may be made in it, as far as rights and the way it is mounted tell.
    package var mayBeWritten: Bool { calls.mayWrite(descriptor.number) }

    /// What stands at the path that a folder was opened by.
    package enum Place: Sendable { case itself, another, nothing }

    /// Whether its path still leads to it, for one that was opened by a path of the configuration.
    package func place() throws(FileError) -> Place {
        let there: Folder
        do throws(FileError) {
            there = try Folder(path: path, calls: calls)
        } catch  where error.isNotFound || error.isNotFolder || error.isForbidden {
            return .nothing
        }
        return try there.status().isSameFile(as: status()) ? .itself : .another
    }

    /// What a name stands for, itself and not what it links to; nil where nothing has that name.
    ///
    /// A name longer than the file system can hold is one that nothing has.
    package func status(of name: FileName) throws(FileError) -> FileStatus? {
        do throws(SystemError) {
            return try calls.status(descriptor.number, name)
        } catch  where error.number == ENOENT || error.number == ENAMETOOLONG {
            return nil
        } catch {
            throw FileError("Looking at", path(of: name), .system(error.number))
        }
    }

    /// Starts to read the names from the first one.
    package func listing() throws(FileError) -> FolderListing {
        // A descriptor of its own: the place up to which a folder was read belongs to what was opened.
        let number = try attempt("Listing") { () throws(SystemError) in
            try calls.reopenFolder(descriptor.number)
        }
        return FolderListing(Descriptor(number, calls: calls), calls: calls, path: path)
    }

    /// Hands over one name after the other, until `body` returns false; memory stays flat however many there are.
    package func forEachEntry(_ body: (FileName) throws -> Bool) throws {
        var listing = try listing()
        while let name = try listing.next() {
            guard try body(name) else { return }
        }
    }

    /// Every name, in the order of their bytes.
    package func entries() throws(FileError) -> [FileName] {
        var listing = try listing()
        var names: [FileName] = []
        while let name = try listing.next() { names.append(name) }
        return names.sorted()
    }

    /// Whether anything lies here under a name that somebody gave.
    package func has(_ name: String) throws(FileError) -> Bool {
        guard let name = FileName(name) else { return false }
        return try status(of: name) != nil
    }

    /// What is free for us on its file system; `Int.max` inodes where the file system does not count them.
    package func space() throws(FileError) -> (freeBytes: Int, freeInodes: Int) {
        try attempt("Measuring the space of") { () throws(SystemError) in try calls.space(descriptor.number) }
    }

    /// Whether other machines may write here without this kernel's knowing; also where that cannot be found out.
    package var isNetworkFileSystem: Bool {
        do throws(SystemError) {
            return NetworkFileSystems.types.contains(try calls.fileSystemType(descriptor.number))
        } catch {
            return true
        }
    }
}
