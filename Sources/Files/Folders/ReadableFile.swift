private import Bytes

/// A regular file that is open for reading; what it is cannot be swapped any more, though a writer may still change it.
package final class ReadableFile: ByteSource, Syncable {
    private let place: FilePath
    /// For messages.
    package var path: String { place.description }
    /// What it was when it was opened.
    package let opened: FileStatus
    let descriptor: Descriptor
    let calls: any SystemCalls
    private let once = SyncOnce()

    init(_ descriptor: consuming Descriptor, status: FileStatus, place: FilePath, calls: any SystemCalls) {
        self.descriptor = descriptor
        self.place = place
        self.calls = calls
        opened = status
    }

    /// Its size in bytes when it was opened.
    package var count: Int { opened.size }

    /// What it is now.
    package func status() throws(FileError) -> FileStatus {
        do throws(SystemError) {
            return try calls.status(descriptor.number)
        } catch {
            throw FileError("Looking at", path, .system(error.number))
        }
    }

    /// Waits until what others wrote to it is on the disk.
    package func sync() throws(FileError) { try once.sync(descriptor.number, place: place, calls: calls) }

    /// Reads exactly `count` bytes from `offset` on.
    ///
    /// Throws a `ParseError` with code `truncated` where the range leaves the file as it was opened, and a `FileError` where it
    /// cannot be read or has become shorter since.
    package func read(at offset: Int, count: Int) throws -> [UInt8] {
        try bounds(at: offset, count: count)
        return try bytes(at: offset, count: count)
    }

    /// All its bytes; the caller has looked at `count` first.
    package func readAll() throws(FileError) -> [UInt8] { try bytes(at: 0, count: count) }

    private func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more: [UInt8]
            do throws(SystemError) {
                more = try calls.read(descriptor.number, at: offset + bytes.count, count: count - bytes.count)
            } catch {
                throw FileError("Reading", path, .system(error.number))
            }
            guard !more.isEmpty else {
                throw FileError("Reading", path, .shortened(expected: offset + count, found: offset + bytes.count))
            }
            if bytes.isEmpty { bytes = more } else { bytes += more }
        }
        return bytes
    }
}
