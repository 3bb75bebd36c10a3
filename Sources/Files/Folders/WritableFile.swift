package import Bytes

/// A file that is being written from its beginning or its end on, through a buffer.
///
/// What was written is on the disk once `sync` has returned, and nothing before. After any failure it refuses further use: how
/// much of what was written is in the file is not known then. Dropping it without `close` leaves out what is in the buffer.
package struct WritableFile: ~Copyable, Sendable {
    private static let bufferSize = 128 * 1024
    /// Most letters and states are no longer.
    private static let smallSize = 16 * 1024

    private let descriptor: Descriptor
    private let calls: any SystemCalls
    private let place: FilePath
    private var buffer: [UInt8] = []
    /// Bytes of the file that the system has.
    private var written: Int
    /// Up to where writing to the disk was begun.
    private var begun: Int
    private var failure: FileError?

    init(_ descriptor: consuming Descriptor, count: Int, place: FilePath, calls: any SystemCalls) {
        self.descriptor = descriptor
        self.calls = calls
        self.place = place
        written = count
        begun = count
    }

    private var path: String { place.description }

    /// The bytes of the file, those in the buffer too.
    package var count: Int { written + buffer.count }

    package func status() throws(FileError) -> FileStatus {
        do throws(SystemError) {
            return try calls.status(descriptor.number)
        } catch {
            throw FileError("Looking at", path, .system(error.number))
        }
    }

    /// Who may do what with it, whatever the process takes from others of what it makes.
    package func setMode(_ mode: UInt32) throws(FileError) {
        do throws(SystemError) {
            try calls.setMode(descriptor.number, mode)
        } catch {
            throw FileError("Setting the mode of", path, .system(error.number))
        }
    }

    package mutating func write(_ bytes: [UInt8]) throws(FileError) { try write(bytes.span) }

    package mutating func write(_ bytes: Span<UInt8>) throws(FileError) {
        try expectSound()
        if buffer.count + bytes.count > Self.bufferSize { try flush() }
        if bytes.count >= Self.bufferSize {
            try put(bytes)
        } else {
            // What becomes this long is not moved again and again to where there is more room.
            if buffer.count + bytes.count > max(buffer.capacity, Self.smallSize) {
                buffer.reserveCapacity(Self.bufferSize)
            }
            unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
        }
    }

    /// Writes all of a source, a quarter of a megabyte at a time.
    ///
    /// Throws also what the source throws where it cannot be read.
    package mutating func write(contentsOf source: any ByteSource) throws {
        let chunk = 256 * 1024
        var offset = 0
        while offset < source.count {
            let bytes = try source.read(at: offset, count: min(chunk, source.count - offset))
            try write(bytes)
            offset += bytes.count
        }
    }

    /// Hands the buffer to the system, so that readers of the file see it.
    package mutating func flush() throws(FileError) {
        try expectSound()
        guard !buffer.isEmpty else { return }
        var pending: [UInt8] = []
        swap(&pending, &buffer)
        try put(pending.span)
        pending.removeAll(keepingCapacity: true)
        buffer = pending
    }

    /// Lets the disk begin with what was written so far, so that a sync later has less to wait for.
    package mutating func startWriteback() throws(FileError) {
        try flush()
        guard written > begun else { return }
        do throws(SystemError) {
            try calls.startWriteback(descriptor.number, at: begun, count: written - begun)
        } catch  where !error.isUnsupported {
            throw fail("Writing", .system(error.number))
        } catch {
            // A hint only: the sync writes everything in any case.
        }
        begun = written
    }

    /// Waits until everything that was written is on the disk.
    package mutating func sync() throws(FileError) {
        try flush()
        do throws(SystemError) {
            try calls.sync(descriptor.number)
        } catch {
            throw fail("Syncing", .syncFailed(error.number))
        }
        begun = written
    }

    /// The same for contents and size alone, without the file's times: what a ledger needs.
    package mutating func syncContents() throws(FileError) {
        try flush()
        do throws(SystemError) {
            try calls.syncContents(descriptor.number)
        } catch {
            throw fail("Syncing", .syncFailed(error.number))
        }
        begun = written
    }

    /// Cuts off everything from `count` on; the next write goes there.
    package mutating func truncate(to count: Int) throws(FileError) {
        try flush()
        precondition(count >= 0 && count <= written, "a file is cut within its \(written) bytes, not at \(count)")
        do throws(SystemError) {
            try calls.truncate(descriptor.number, to: count)
        } catch {
            throw fail("Cutting", .system(error.number))
        }
        written = count
        begun = min(begun, count)
    }

    /// Hands over the rest, lets the disk begin with it, and leaves the file to be synced.
    package consuming func finish() throws(FileError) -> WrittenFile {
        try startWriteback()
        let (place, calls) = (place, calls)
        return WrittenFile(descriptor, place: place, calls: calls)
    }

    /// Hands over the rest and closes; a file that is to last must be synced before.
    package consuming func close() throws(FileError) {
        try flush()
        let place = place
        do throws(SystemError) {
            try descriptor.close()
        } catch {
            throw FileError("Closing", place.description, .system(error.number))
        }
    }

    /// Writes all of the bytes, however few the system takes at a time.
    private mutating func put(_ bytes: Span<UInt8>) throws(FileError) {
        var done = 0
        do throws(SystemError) {
            while done < bytes.count {
                done += try calls.write(descriptor.number, bytes.extracting(done..<bytes.count), at: written + done)
            }
        } catch {
            throw fail("Writing", .system(error.number))
        }
        written += done
    }

    private mutating func fail(_ call: String, _ reason: FileError.Reason) -> FileError {
        let error = FileError(call, path, reason)
        if case .syncFailed(let number) = reason {
            failure = FileError("Using", path, .unsynced(number))
        } else {
            failure = error
        }
        return error
    }

    private func expectSound() throws(FileError) {
        if let failure { throw failure }
    }
}
