/// A file that was written to its end and is open only to be synced, together with others.
package final class WrittenFile: Syncable {
    private let descriptor: Descriptor
    private let calls: any SystemCalls
    private let place: FilePath
    private let once = SyncOnce()

    init(_ descriptor: consuming Descriptor, place: FilePath, calls: any SystemCalls) {
        self.descriptor = descriptor
        self.place = place
        self.calls = calls
    }

    /// Waits until all that was written is on the disk; closing it can tell of nothing more then.
    package func sync() throws(FileError) { try once.sync(descriptor.number, place: place, calls: calls) }
}
