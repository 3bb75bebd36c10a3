/// A file that was written to its end and is open only to be synced, together with others.
package final class WrittenFile: Syncable {
    private let descriptor: Descriptor
    private let calls: any SystemCalls
    private let path: String
    private let once = SyncOnce()

    init(_ descriptor: consuming Descriptor, path: String, calls: any SystemCalls) {
        self.descriptor = descriptor
        self.path = path
        self.calls = calls
    }

    /// Waits until all that was written is on the disk; closing it can tell of nothing more then.
    package func sync() throws(FileError) { try once.sync(descriptor.number, path: path, calls: calls) }
}
