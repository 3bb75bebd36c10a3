private import Glibc

extension Folder {
    /// Opens a file for reading: a regular one, and nothing else.
    ///
    /// Never waits, whatever stands there (FS3), and never follows a symbolic link (FS1); `isNotRegular` tells of both.
    package func open(_ name: FileName) throws(FileError) -> ReadableFile {
        let number = try attempt("Opening", name) { () throws(SystemError) in
            try calls.openForReading(descriptor.number, name)
        }
        let file = Descriptor(number, calls: calls)
        let status = try regularStatus(of: number, "Opening", name)
        return ReadableFile(file, status: status, place: place(of: name), calls: calls)
    }

    /// Makes a file for writing; something of that name already there is `isExists`.
    ///
    /// It is there for good only once the folder was synced too.
    package func create(_ name: FileName, mode: UInt32 = 0o640) throws(FileError) -> WritableFile {
        try expectSynced("Making")
        let number = try attempt("Making", name) { () throws(SystemError) in
            try calls.create(descriptor.number, name, mode: mode)
        }
        return WritableFile(Descriptor(number, calls: calls), count: 0, place: place(of: name), calls: calls)
    }

    /// Opens a file of ours to go on writing at its end, made where it is absent.
    ///
    /// One process at a time: where to write next is counted from the size at opening.
    package func append(to name: FileName, mode: UInt32 = 0o640) throws(FileError) -> WritableFile {
        try expectSynced("Opening")
        let number = try attempt("Opening", name) { () throws(SystemError) in
            try calls.openForWriting(descriptor.number, name, mode: mode)
        }
        let file = Descriptor(number, calls: calls)
        let status = try regularStatus(of: number, "Opening", name)
        return WritableFile(file, count: status.size, place: place(of: name), calls: calls)
    }

    /// The whole of a file, which may have at most `limit` bytes.
    ///
    /// More is `isTooLarge`, and nothing of it is read.
    package func readAll(_ name: FileName, limit: Int) throws(FileError) -> [UInt8] {
        let file = try open(name)
        guard file.count <= limit else {
            throw FileError("Reading", file.path, .tooLarge(size: file.count, limit: limit))
        }
        return try file.readAll()
    }

    /// The whole of a file that says it is empty and is not, as those of `/proc`.
    package func readGrowing(_ name: FileName, limit: Int) throws(FileError) -> [UInt8] {
        let file = try open(name)
        return try attempt("Reading", name) { () throws(SystemError) in
            var bytes: [UInt8] = []
            while bytes.count < limit {
                let more = try calls.read(
                    file.descriptor.number, at: bytes.count, count: min(65_536, limit - bytes.count))
                guard !more.isEmpty else { break }
                bytes += more
            }
            return bytes
        }
    }

    /// Gives a file new contents, so that at every moment, and after any crash, it has either the old or the new ones.
    ///
    /// They are written beside it under a hidden name first; one caller at a time for each name.
    package func replaceDurably(_ name: FileName, with bytes: [UInt8], mode: UInt32 = 0o640) throws(FileError) {
        try replaceDurably(name, mode: mode) { file throws(FileError) in try file.write(bytes) }
    }

    /// The same with contents that are written piece by piece.
    package func replaceDurably(
        _ name: FileName, mode: UInt32 = 0o640, _ write: (inout WritableFile) throws(FileError) -> Void
    ) throws(FileError) {
        let draft = Self.draftName(of: name)
        if try status(of: draft) != nil { try remove(draft) }
        var file = try create(draft, mode: mode)
        try write(&file)
        try file.sync()
        try file.close()
        try rename(draft, to: self, as: name, replacing: true)
        try sync()
    }

    /// The same without waiting for the disk, for what can be made again: after a crash it may have neither.
    ///
    /// The mode is the file's whatever the process takes from others.
    package func replace(_ name: FileName, with bytes: [UInt8], mode: UInt32) throws(FileError) {
        let draft = Self.draftName(of: name)
        if try status(of: draft) != nil { try remove(draft) }
        var file = try create(draft, mode: mode)
        try file.write(bytes)
        try file.setMode(mode)
        try file.close()
        try rename(draft, to: self, as: name, replacing: true)
    }

    /// Hidden, so that nobody takes it for finished; always the same, so that crashes leave one at most.
    private static func draftName(of name: FileName) -> FileName {
        let bytes = Array(".".utf8) + name.bytes.prefix(240) + Array(".part".utf8)
        guard let draft = FileName(bytes: bytes) else { preconditionFailure("a name with a suffix is a name") }
        return draft
    }

    func regularStatus(of number: Int32, _ call: String, _ name: FileName) throws(FileError) -> FileStatus {
        let status = try attempt(call, name) { () throws(SystemError) in try calls.status(number) }
        guard status.kind == .regular else { throw FileError(call, path(of: name), .notRegular(status.kind)) }
        return status
    }
}
