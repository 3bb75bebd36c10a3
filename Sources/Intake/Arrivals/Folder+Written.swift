package import Files

extension Folder {
    /// Whether somebody still has a file open for writing, as the kernel knows it (FS4).
    ///
    /// False where it cannot be asked or does not know, as of another user's file or on a network file system, and of what is no
    /// file of its own.
    package func isWritten(_ name: FileName) throws(FileError) -> Bool {
        do throws(FileError) {
            return WriterLease.hasWriter(try open(name)) == true
        } catch  where error.isSendersFault {
            return false
        }
    }

    /// The files of a claim that somebody still has open for writing, each with the folder in which it lies.
    ///
    /// - Parameter names: what lies at its top.
    package func writtenFiles(
        among names: some Sequence<FileName>
    ) throws(FileError) -> [(folder: Folder, name: FileName)] {
        var written: [(folder: Folder, name: FileName)] = []
        for name in names {
            guard try status(of: name)?.kind == .folder else {
                if try isWritten(name) { written.append((self, name)) }
                continue
            }
            do throws(FileError) {
                let inner = try folder(name)
                for member in try inner.entries(most: Self.mostMembers) ?? [] where try inner.isWritten(member) {
                    written.append((inner, member))
                }
            } catch  where error.isSendersFault {
                // Nothing of it can be read either, which reading says.
            }
        }
        return written
    }

    /// Takes away what a copy that was not ended left.
    package func removeDraft() throws(FileError) {
        if try status(of: Claims.draft) != nil { try remove(Claims.draft) }
    }

    /// Puts a copy in the place of each file of a claim that somebody still has open: what he writes from then on reaches nobody.
    ///
    /// Throws the folder's own error where a file has more bytes than `most`.
    package func copyWrittenFiles(most: Int) throws {
        for (folder, name) in try writtenFiles(among: entries()) {
            try removeDraft()
            let source = try folder.open(name)
            guard source.count <= most else {
                throw FileError("Copying", "\(folder.path)/\(name)", .tooLarge(size: source.count, limit: most))
            }
            var copy = try create(Claims.draft, mode: source.opened.mode & 0o777)
            try copy.write(contentsOf: source)
            try copy.sync()
            try copy.close()
            try rename(Claims.draft, to: folder, as: name, replacing: true)
            try folder.sync()
            try sync()
        }
    }
}
