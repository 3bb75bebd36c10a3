package import Files

/// What of a file changes when somebody writes to it.
package struct Stamp: Hashable, Sendable {
    private let inode: UInt64
    private let size: Int
    private let modified: Int
    private let changed: Int

    package init(_ status: FileStatus) {
        inode = UInt64(status.inode)
        size = status.size
        modified = status.modified
        changed = status.changed
    }
}
