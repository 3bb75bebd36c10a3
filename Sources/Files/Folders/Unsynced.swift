private import Synchronization

/// Something whose changes last only once it was synced: a folder, or a file that was written.
package protocol Syncable: AnyObject, Sendable {
    /// Waits until its changes last; one that failed is never made again, and throws ever after.
    func sync() throws(FileError)
}

extension Folder: Syncable {}

/// All that was changed and does not last yet, so that a batch of changes is synced together, and each folder once.
///
/// A name that left a folder is made to last after the name that it has got elsewhere: else a crash between the two could
/// lose both.
package final class Unsynced: Sendable {
    private struct Items {
        var changed = InOrder()
        var left = InOrder()
        /// Files among what was changed.
        var open = 0
    }

    private let items = Mutex(Items())

    package init() {}

    /// So many files are held open to be synced together; a process may have about a thousand open.
    private static let mostOpen = 384

    /// A folder with a new name in it.
    package func insert(_ folder: Folder) { items.withLock { $0.changed.insert(folder) } }

    /// A file that was written, or that others wrote; one of too many is synced at once.
    package func insert(file: any Syncable) throws(FileError) {
        let isTooMany = items.withLock { items in
            guard items.open < Self.mostOpen else { return true }
            items.open += 1
            items.changed.insert(file)
            return false
        }
        if isTooMany { try file.sync() }
    }

    /// A folder that a name went out of, into another.
    package func insert(left folder: Folder) { items.withLock { $0.left.insert(folder) } }

    /// What there is to be synced, in any order but one group after the other; it is taken as done.
    package func take() -> [[any Syncable]] {
        let taken = items.withLock { items in
            defer { items = Items() }
            return items
        }
        return [taken.changed.items, taken.left.items.filter { !taken.changed.contains($0) }].filter { !$0.isEmpty }
    }

    /// Syncs everything, one after the other.
    package func sync() throws(FileError) {
        for group in take() {
            for item in group { try item.sync() }
        }
    }

    /// Each thing once, in the order in which it came first.
    private struct InOrder {
        private(set) var items: [any Syncable] = []
        private var known: Set<ObjectIdentifier> = []

        func contains(_ item: any Syncable) -> Bool { known.contains(ObjectIdentifier(item)) }

        mutating func insert(_ item: any Syncable) {
            if known.insert(ObjectIdentifier(item)).inserted { items.append(item) }
        }
    }
}
