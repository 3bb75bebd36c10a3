private import Synchronization

/// The one sync of an open file: one that failed is never made again, since the kernel tells of a lost page only once.
struct SyncOnce: ~Copyable, Sendable {
    private let failed = Mutex<Int32?>(nil)

    func sync(_ file: Int32, place: FilePath, calls: any SystemCalls) throws(FileError) {
        if let number = failed.withLock({ $0 }) { throw FileError("Syncing", place.description, .unsynced(number)) }
        do throws(SystemError) {
            try calls.sync(file)
        } catch {
            failed.withLock { $0 = error.number }
            throw FileError("Syncing", place.description, .syncFailed(error.number))
        }
    }
}
