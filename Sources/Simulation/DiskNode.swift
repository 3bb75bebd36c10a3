import Files

/// A file, a folder or a symbolic link of a simulated disk.
struct DiskNode: Sendable {
    let kind: FileStatus.Kind
    var mode: UInt32
    /// Of a file.
    var content: [UInt8] = []
    /// Of a folder.
    var entries: [FileName: Int] = [:]
    /// How many names it has.
    var links = 0
    var modified = 0
    var changed = 0
}
