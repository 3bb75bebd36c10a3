/// The names in a folder, one after the other, with no more than a few hundred in memory.
///
/// In no order. A name that appears or goes meanwhile may be told or not; every other is told once.
package struct FolderListing: ~Copyable {
    /// The room for names at first, and the most: a claim's folder has few, an inbox may have any number, and the longest name that
    /// any file system has fits.
    private static let room = 1 << 11...1 << 15

    private let descriptor: Descriptor
    private let calls: any SystemCalls
    private let path: String
    private var batch: [ArraySlice<UInt8>] = []
    private var position = 0
    private var isAtEnd = false
    private var room = Self.room.lowerBound

    init(_ descriptor: consuming Descriptor, calls: any SystemCalls, path: String) {
        self.descriptor = descriptor
        self.calls = calls
        self.path = path
    }

    /// The next name, or nil at the end.
    package mutating func next() throws(FileError) -> FileName? {
        guard let bytes = try nextBytes() else { return nil }
        guard let name = FileName(bytes: Array(bytes)) else { preconditionFailure("what is listed can be a name") }
        return name
    }

    /// The bytes of the next name, or nil at the end.
    package mutating func nextBytes() throws(FileError) -> ArraySlice<UInt8>? {
        while position == batch.count, !isAtEnd {
            do throws(SystemError) {
                let more = try calls.nextEntries(descriptor.number, room: room)
                room = min(2 * room, Self.room.upperBound)
                (batch, position, isAtEnd) = (more ?? [], 0, more == nil)
            } catch {
                throw FileError("Listing", path, .system(error.number))
            }
        }
        guard position < batch.count else { return nil }
        defer { position += 1 }
        return batch[position]
    }
}
