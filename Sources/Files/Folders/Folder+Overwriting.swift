/// Writing within a file that is there: for small files of ours that are only hints, and for what must be made sure of again.
extension Folder {
    /// Writes bytes over the beginning of a file, made where it is absent; nothing is synced.
    ///
    /// After a power cut any mixture of the old bytes and the new may be there, so a reader must be able to tell.
    package func overwrite(_ name: FileName, with bytes: [UInt8], mode: UInt32 = 0o640) throws(FileError) {
        try expectSynced("Opening")
        let file = try openToChange(name, mode: mode)
        try attempt("Writing", name) { () throws(SystemError) in try put(bytes, into: file.number, at: 0) }
        try close(file, name)
    }

    /// Writes a part of a file once more, as it is read, and syncs it.
    ///
    /// After a sync that failed the system shows what may not be on the disk, and syncing again would say that all is well; only
    /// writing again makes sure.
    package func renew(_ name: FileName, from offset: Int, count: Int) throws(FileError) {
        try expectSynced("Opening")
        let bytes: [UInt8]
        do {
            bytes = try open(name).read(at: offset, count: count)
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError("Reading", path(of: name), .shortened(expected: offset + count, found: offset))
        }
        let file = try openToChange(name, mode: 0o640)
        try attempt("Writing", name) { () throws(SystemError) in try put(bytes, into: file.number, at: offset) }
        do throws(SystemError) {
            try calls.syncContents(file.number)
        } catch {
            throw FileError("Syncing", path(of: name), .syncFailed(error.number))
        }
        try close(file, name)
    }

    private func openToChange(_ name: FileName, mode: UInt32) throws(FileError) -> Descriptor {
        let number = try attempt("Opening", name) { () throws(SystemError) in
            try calls.openForWriting(descriptor.number, name, mode: mode)
        }
        let file = Descriptor(number, calls: calls)
        _ = try regularStatus(of: number, "Opening", name)
        return file
    }

    private func close(_ file: consuming Descriptor, _ name: FileName) throws(FileError) {
        do throws(SystemError) {
            try file.close()
        } catch {
            throw FileError("Closing", path(of: name), .system(error.number))
        }
    }

    private func put(_ bytes: [UInt8], into file: Int32, at offset: Int) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            done += try calls.write(file, bytes.span.extracting(done..<bytes.count), at: offset + done)
        }
    }
}
